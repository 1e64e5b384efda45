import { realpath, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { commonLanguage, dateOf, monthOf, settleAddresses, siteZone, slugPart, tagsOf } from './documents';
import { ImportError } from './errors';
import { asBoolean, asText, asTexts } from './front-matter';
import type { ReadOptions } from './hugo';
import { addressKey, decodePercent } from './hugo-paths';
import { readPapers } from './papers';
import type { ImagePlaces } from './image-files';
import { detectLanguage } from './language';
import {
  isMarkdown,
  readMarkdown,
  resolveAuthors,
  resolveBody,
  stemOf,
  titled,
  type MarkdownFile,
} from './markdown-files';
import { Notices } from './notices';
import { cleanLine } from './text';
import { Tree } from './tree';
import type { ImportDocument, ImportSource } from './types';

const dateFields = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified', ':filename'];
const languages = ['ko', 'en'];

/**
 * Reads a plain folder of Markdown files, with front matter or without. A file with a date, in its front matter or at
 * the start of its name, is a post; so is one in a sub-folder, and the first sub-folder is its category. The others
 * are pages. `name.ko.md` and `name.en.md` are one text in two languages.
 *
 * @throws {ImportError} where there is no folder, or no Markdown file in it.
 */
export async function readFolder(folder: string, options: ReadOptions = {}): Promise<ImportSource> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new ImportError('source-missing', { source: folder });
  const notices = new Notices();
  const tree = await Tree.read(await realpath(folder), [''], notices);
  const files = tree.files.filter(({ path }) => isMarkdown(path));
  if (files.length === 0) throw new ImportError('source-empty', { source: folder });
  const places: ImagePlaces = { tree, roots: ['', 'static', 'assets'], basePath: '/', baseUrl: null };
  const addresses = new Map<string, string>();
  const read: Placed[] = [];
  for (const file of files) {
    const markdown = await readMarkdown(file, notices);
    const placed = markdown && place(markdown, options, notices);
    if (!placed) continue;
    read.push(placed);
    addresses.set(file.path.toLowerCase(), ownAddress(placed));
  }
  const documents = settleAddresses(
    read.map((placed) => document(placed, places, addresses, notices)),
    notices,
  );
  const site = {
    title: null,
    description: null,
    copyright: null,
    origin: null,
    language: commonLanguage(documents),
    timeZone: null,
    menu: [],
    logo: null,
    categories: [],
    macros: {},
  };
  return { kind: 'folder', site, documents, assets: [], notices: notices.list };
}

/** A file with its place on the site. */
interface Placed extends MarkdownFile {
  title: string;
  key: string;
  language: string | null;
  publishedAt: Date | null;
  category: { slug: string; name: string } | null;
  month: string | null;
  slug: string;
}

/** A path taken apart: `nlp/2022/x.en.md`, `nlp/x/index.md`. */
function partsOf(path: string): { section: string; name: string; key: string; language: string | null } {
  const parts = stemOf(path).split('.');
  const suffix = parts.length > 1 ? (parts.at(-1)?.toLowerCase() ?? '') : '';
  const language = languages.includes(suffix) ? suffix : null;
  const stem = language === null ? parts.join('.') : parts.slice(0, -1).join('.');
  const dir = folderOf(path);
  const isIndex = dir !== '' && ['index', '_index', 'README'].includes(stem);
  return {
    section: (isIndex ? folderOf(dir) : dir).split('/')[0] ?? '',
    name: isIndex ? posix.basename(dir) : stem,
    key: posix.join('/', dir, isIndex ? '' : stem),
    language,
  };
}

/** Folder of a file, empty at the top. */
function folderOf(path: string): string {
  const dir = posix.dirname(path);
  return dir === '.' ? '' : dir;
}

function place(markdown: MarkdownFile, options: ReadOptions, notices: Notices): Placed | null {
  const { path } = markdown.file;
  const { section, name, key, language } = partsOf(path);
  const page = titled(markdown, name, notices);
  const found = dateOf(page.data, dateFields, name, 'UTC');
  if ('invalid' in found) {
    notices.error(path, null, 'date-invalid', { value: found.invalid });
    return null;
  }
  const isPost = found.date !== null || section !== '';
  if (isPost && found.date === null) notices.warn(path, null, 'date-missing', { date: '' });
  const categoryName = section || asTexts(page.data.categories)[0] || 'posts';
  return {
    ...page,
    key,
    language,
    publishedAt: found.date?.instant ?? null,
    category: isPost ? { slug: slugPart(categoryName, 'posts'), name: cleanLine(categoryName) } : null,
    month: monthOf(isPost ? found.date : null, siteZone(null, options.timeZone)),
    slug: slugPart(asText(page.data.slug) ?? name, slugPart(page.title, 'post')),
  };
}

function ownAddress({ category, month, slug }: Placed): string {
  return addressKey(category === null ? slug : posix.join(category.slug, month ?? '', slug));
}

function document(
  placed: Placed,
  places: ImagePlaces,
  addresses: ReadonlyMap<string, string>,
  notices: Notices,
): ImportDocument {
  const { file, data, category } = placed;
  const folder = folderOf(file.path);
  const path = ownAddress(placed);
  const from = { folder, address: addressKey(folder), page: path };
  const pageAddress = (name: string): string | null => {
    const [target = '', fragment] = name.split('#', 2);
    const key = target.startsWith('/') ? target.slice(1) : posix.join(folder, decodePercent(target));
    const found = addresses.get(key.normalize('NFC').toLowerCase());
    return found === undefined ? null : encodeURI(found) + (fragment === undefined ? '' : `#${fragment}`);
  };
  const { body, images } = resolveBody(placed, places, from, pageAddress, notices);
  const tags = tagsOf([...asTexts(data.tags), ...asTexts(data.categories)]);
  return {
    source: `folder:${file.path}`,
    kind: category === null ? 'page' : 'post',
    file: file.path,
    bodyLine: placed.bodyLine,
    title: placed.title,
    body,
    summary: cleanLine(asText(data.summary) ?? asText(data.description) ?? ''),
    language: placed.language ?? detectLanguage(`${placed.title}\n${body}`),
    translationKey: `folder:${asText(data.translationkey) ?? placed.key}`,
    publishedAt: placed.publishedAt,
    draft: asBoolean(data.draft) || (category !== null && placed.publishedAt === null),
    path,
    aliases: [...new Set(asTexts(data.aliases).map(addressKey))].filter((alias) => alias !== path),
    category,
    month: placed.month,
    slug: placed.slug,
    tags: tags.filter(({ slug }) => slug !== category?.slug),
    authors: resolveAuthors(placed, [], places, from, notices),
    papers: category === null ? [] : readPapers(data, file.path, notices),
    guid: null,
    images,
  };
}
