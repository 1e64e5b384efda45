import { realpath, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { readAuthors, type NamedAuthor } from './authors';
import {
  commonLanguage,
  dateInName,
  dateOf,
  lastPart,
  monthOf,
  ownParts,
  settleAddresses,
  shortHash,
  siteZone,
  slugPart,
  tagsOf,
} from './documents';
import { parseDate, type WrittenDate } from './dates';
import { ImportError } from './errors';
import { asBoolean, asText, asTexts } from './front-matter';
import { readHugoConfig, readMenu, type HugoConfig, type HugoLanguage } from './hugo-config';
import {
  addressKey,
  decodePercent,
  escapeLink,
  hugoLink,
  makePath,
  makePathSince123,
  type PageAddress,
} from './hugo-paths';
import { expandPermalink } from './hugo-permalinks';
import { findImage, isPicture, type ImagePlaces } from './image-files';
import { detectLanguage } from './language';
import {
  isMarkdown,
  isOtherText,
  readMarkdown,
  resolveAuthors,
  resolveBody,
  stemOf,
  titled,
  type MarkdownFile,
} from './markdown-files';
import { Notices } from './notices';
import { expandShortcodes } from './shortcodes';
import { cleanLine, cleanText } from './text';
import { Tree } from './tree';
import { readPapers } from './papers';
import type { ImportCategory, ImportDocument, ImportImage, ImportSite, ImportSource } from './types';

export interface ReadOptions {
  /** IANA zone of the blog, for months of addresses where the source names no zone. Default Asia/Seoul. */
  timeZone?: string;
}

/** Taxonomies; their pages are made from tags, not from files. */
const taxonomies = new Set(['tags', 'categories', 'authors', 'series']);

/** Languages that are recognised in names of files and folders without being configured. */
const knownLanguages = ['ko', 'en'];

/**
 * Reads a Hugo site: configuration, content and the pictures that it names. Documents get the addresses that Hugo
 * gives them.
 *
 * @param folder with `config.*` or `hugo.*` (or `config/_default`) and `content`.
 * @throws {ImportError} where the folder is no Hugo site; single files that cannot be read become notices.
 */
export async function readHugoSite(folder: string, options: ReadOptions = {}): Promise<ImportSource> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new ImportError('source-missing', { source: folder });
  const root = await realpath(folder);
  const notices = new Notices();
  const config = await readHugoConfig(root, notices);
  if (!config) throw new ImportError('not-a-hugo-site', { source: folder });
  return new HugoReader(root, config, notices, options).read(folder);
}

/** A content file with its place in the content folder. */
interface Page extends MarkdownFile {
  title: string;
  /** Folder within the content folder, as spelled there; empty at the top. */
  dir: string;
  /** Name without extension and language; of a bundle, its folder's. */
  baseName: string;
  isBundle: boolean;
  language: HugoLanguage | null;
  /** `ko` or `en`, where name, folder or front matter say so. */
  saidLanguage: string | null;
  date: WrittenDate | null;
  /** Address as Hugo writes it in links, not yet percent-encoded. */
  link: string;
  /** The same as newer or older Hugo writes it, where that differs. */
  otherLinks: string[];
}

class HugoReader {
  private tree!: Tree;
  private places!: ImagePlaces;
  private siteAuthors: NamedAuthor[] = [];
  private languages: HugoLanguage[] = [];
  private bundles = new Set<string>();
  private sections = new Set<string>();
  private readonly pages: Page[] = [];
  private readonly indexes: MarkdownFile[] = [];
  private readonly byName = new Map<string, Page[]>();

  constructor(
    private readonly root: string,
    private readonly config: HugoConfig,
    private readonly notices: Notices,
    private readonly options: ReadOptions,
  ) {}

  async read(folder: string): Promise<ImportSource> {
    const { config, notices } = this;
    const contentDirs = [
      config.contentDir,
      ...config.languages.flatMap(({ contentDir }) => contentDir ?? []),
    ];
    this.tree = await Tree.read(
      this.root,
      topmost([...contentDirs, ...config.staticDirs, 'assets']),
      notices,
    );
    const files = this.tree.files.filter(({ path }) => contentDirs.some((dir) => path.startsWith(`${dir}/`)));
    if (files.length === 0) throw new ImportError('not-a-hugo-site', { source: folder });
    this.places = {
      tree: this.tree,
      roots: [...config.staticDirs, ...contentDirs, 'assets'],
      basePath: config.basePath,
      baseUrl: config.baseUrl,
    };
    this.languages = this.languagesOf(files.map(({ path }) => path));
    this.siteAuthors = readAuthors({ author: config.params.author ?? config.root.author });
    await this.readFiles(files);
    this.placePages();

    const documents = settleAddresses(
      this.pages.flatMap((page) => this.document(page)).concat(this.homeText()),
      notices,
    );
    const language = commonLanguage(documents);
    const site = this.site(documents, language);
    return { kind: 'hugo', site, documents, assets: this.assets(documents, site), notices: notices.list };
  }

  /** The configured languages; without any, those that folders of the content are named for. */
  private languagesOf(paths: readonly string[]): HugoLanguage[] {
    const { config } = this;
    if (config.languages.length > 0) return config.languages;
    return knownLanguages
      .filter((code) => paths.some((path) => path.startsWith(`${config.contentDir}/${code}/`)))
      .map((code) => ({ code, prefix: code, contentDir: posix.join(config.contentDir, code), config: {} }));
  }

  private async readFiles(files: Tree['files']): Promise<void> {
    const markdown = files.filter(({ path }) => isMarkdown(path));
    for (const { path } of markdown) {
      const { stem } = splitLanguage(stemOf(path), this.suffixes());
      if (stem === 'index') this.bundles.add(posix.dirname(path));
      if (stem === '_index') this.sections.add(posix.dirname(path));
    }
    const paths = markdown.map(({ path }) => path);
    for (const file of files) {
      if (!isMarkdown(file.path)) {
        const isPage = isOtherText(file.path) && !this.inBundle(file.path);
        if (isPage)
          this.notices.error(file.path, null, 'file-unsupported', { extension: posix.extname(file.path) });
        continue;
      }
      const { stem } = splitLanguage(stemOf(file.path), this.suffixes());
      if (stem !== 'index' && this.inBundle(file.path)) {
        this.notices.warn(file.path, null, 'file-unused');
        continue;
      }
      const read = await readMarkdown(file, this.notices);
      if (!read) continue;
      if (stem === '_index') this.indexes.push(read);
      else this.addPage(read, stem, paths);
    }
  }

  /** Parts before the extension that name a language: those of the configuration. */
  private suffixes(): string[] {
    return [...this.languages.map(({ code }) => code), this.config.defaultLanguage];
  }

  private inBundle(path: string): boolean {
    for (let dir = posix.dirname(path); dir !== '.'; dir = posix.dirname(dir)) {
      if (this.bundles.has(dir)) return true;
    }
    return false;
  }

  private addPage(read: MarkdownFile, stem: string, markdown: readonly string[]): void {
    const { path } = read.file;
    const { contentDir, language: byFolder } = this.contentDirOf(path);
    const suffix = splitLanguage(stemOf(path), this.suffixes()).language;
    // Not configured, so Hugo keeps it in the address; beside a sibling it still is a translation for us.
    const sibling = suffix === null ? splitLanguage(stem, knownLanguages) : { stem, language: null };
    const isTranslation = sibling.language !== null && hasSibling(path, sibling.stem, markdown);
    const fileDir = posix.relative(contentDir, posix.dirname(path));
    const isBundle = stem === 'index' && fileDir !== '';
    // Where a site has several languages it knows which file is in which; a claim for all of it is not believed.
    const usual = this.languages.length > 1 ? this.config.defaultLanguage : null;
    const said = suffix ?? byFolder?.code ?? (isTranslation ? sibling.language : usual);
    const baseName = isBundle ? posix.basename(fileDir) : stem;
    const page = titled(read, baseName, this.notices);
    const found = dateOf(page.data, this.config.dateFields, baseName, this.config.timeZone ?? 'UTC');
    if ('invalid' in found) {
      this.notices.error(path, null, 'date-invalid', { value: found.invalid });
      return;
    }
    this.pages.push({
      ...page,
      dir: isBundle ? dirOf(fileDir) : fileDir,
      baseName,
      isBundle,
      language: this.languages.find(({ code }) => code === (suffix ?? byFolder?.code)) ?? null,
      saidLanguage: this.languages.length > 1 || isTranslation || byFolder ? languageCode(said) : null,
      date: found.date,
      link: '',
      otherLinks: [],
    });
  }

  private contentDirOf(path: string): { contentDir: string; language: HugoLanguage | null } {
    const owner = this.languages
      .filter(({ contentDir }) => contentDir !== null && path.startsWith(`${contentDir}/`))
      .sort((a, b) => (b.contentDir?.length ?? 0) - (a.contentDir?.length ?? 0))[0];
    return { contentDir: owner?.contentDir ?? this.config.contentDir, language: owner ?? null };
  }

  private placePages(): void {
    for (const page of this.pages) {
      const address = this.addressOf(page);
      page.link = hugoLink(address, this.config.paths);
      const others = [
        hugoLink(address, this.config.paths, makePathSince123),
        // Until 2022 an address from front matter was sanitised like any other.
        address.url === null ? page.link : makePath(page.link, this.config.paths),
      ];
      page.otherLinks = others.filter((link) => link !== page.link);
      for (const name of [posix.basename(page.file.path), page.file.path, page.baseName]) {
        const key = name.toLowerCase();
        this.byName.set(key, [...(this.byName.get(key) ?? []), page]);
      }
    }
  }

  private addressOf(page: Page): PageAddress {
    const { config } = this;
    const section = page.dir.split('/')[0] ?? '';
    const pattern = config.permalinks.get(section.toLowerCase());
    const slug = asText(page.data.slug)?.normalize('NFC') || null;
    let permalink: string | null = null;
    if (pattern !== undefined && section !== '') {
      const wall = page.date?.wall ?? new Date('0001-01-01T00:00:00Z');
      const facts = {
        title: page.title,
        slug,
        fileName: page.baseName,
        sections: this.sectionsOf(page),
        wall,
      };
      permalink = expandPermalink(pattern, facts, config.paths);
      if (permalink === null) this.notices.warnOnce(config.file, 'permalink-unknown', { pattern });
    }
    return {
      dir: page.dir,
      baseName: page.baseName,
      slug,
      url: asText(page.data.url)?.normalize('NFC') || null,
      permalink,
      ugly: typeof config.ugly === 'boolean' ? config.ugly : config.ugly.has(section.toLowerCase()),
      languagePrefix: this.languagePrefix(page),
    };
  }

  private languagePrefix({ language }: Page): string {
    const chosen = language ?? this.languages.find(({ code }) => code === this.config.defaultLanguage);
    return chosen?.prefix ?? '';
  }

  /** Folders that are sections to Hugo: the first, and those below it down to the last that has an `_index` file. */
  private sectionsOf(page: Page): string[] {
    const parts = page.dir.split('/').filter(Boolean);
    const { contentDir } = this.contentDirOf(page.file.path);
    for (let length = parts.length; length > 1; length -= 1) {
      const dir = parts.slice(0, length);
      if (this.sections.has(posix.join(contentDir, ...dir))) return dir;
    }
    return parts.slice(0, 1);
  }

  private document(page: Page): ImportDocument[] {
    const { config, notices } = this;
    const { data, file } = page;
    const path = this.publicPath(page);
    const place = this.placeOf(page, path);
    const markdown = this.expanded(page);
    const from = this.imageContext(page, path);
    const pageAddress = (name: string): string | null => this.pageAddress(name, page);
    const { body, images } = resolveBody(
      { ...page, body: markdown },
      this.places,
      from,
      pageAddress,
      notices,
    );
    const tags = tagsOf([...asTexts(data.tags), ...asTexts(data.categories)]);
    return [
      {
        source: `hugo:${file.path}`,
        file: file.path,
        bodyLine: page.bodyLine,
        title: page.title,
        body,
        summary: cleanLine(asText(data.summary) ?? asText(data.description) ?? ''),
        language: page.saidLanguage ?? detectLanguage(`${page.title}\n${body}`),
        translationKey: this.translationKey(page),
        ...place,
        draft: asBoolean(data.draft) || (place.kind === 'post' && place.publishedAt === null),
        path,
        aliases: this.aliasesOf(page, path),
        tags: tags.filter((tag) => tag.slug !== place.category?.slug),
        authors: resolveAuthors(page, this.siteAuthors, this.places, from, notices),
        papers: place.kind === 'post' ? readPapers(data, file.path, notices) : [],
        guid: config.baseUrl === null ? null : `${config.baseUrl}${escapeLink(page.link).slice(1)}`,
        images,
      },
    ];
  }

  /** Post or page, and where it belongs here. */
  private placeOf(page: Page, path: string) {
    const prefix = this.languagePrefix(page);
    const ownPath = prefix !== '' && path.startsWith(`/${prefix}/`) ? path.slice(prefix.length + 1) : path;
    const own = ownParts(ownPath);
    const type = cleanLine(asText(page.data.type) ?? '').toLowerCase();
    const isTypedPost = type !== '' && type !== 'page' && page.date !== null;
    const slug = this.slugOf(page, own?.slug ?? lastPart(ownPath));
    if (own === null && page.dir === '' && !isTypedPost) {
      return {
        kind: 'page' as const,
        category: null,
        month: null,
        slug,
        publishedAt: page.date?.instant ?? null,
      };
    }
    const date = this.postDate(page, own);
    const month = own?.month ?? monthOf(date, siteZone(this.config.timeZone, this.options.timeZone));
    const category = this.categoryOf(page, own?.category ?? null, type);
    return { kind: 'post' as const, category, month, slug, publishedAt: date?.instant ?? null };
  }

  private expanded(page: Page): string {
    const { data, file, bodyLine } = page;
    const { markdown, problems } = expandShortcodes(page.body, {
      pageAddress: (name) => this.pageAddress(name, page),
      param: (name) => asText(data[name.toLowerCase()] ?? this.config.params[name.toLowerCase()]),
    });
    for (const { code, line, name } of problems) {
      const key = code === 'link-missing' ? 'address' : 'name';
      this.notices.warn(file.path, bodyLine + line - 1, code, { [key]: name });
    }
    return markdown;
  }

  /** The address without a prefix that Nonmun itself would put before it. */
  private publicPath(page: Page): string {
    const key = addressKey(page.link);
    const prefix = this.languagePrefix(page);
    return prefix === 'en' && key.startsWith('/en/') ? key.slice(3) : key;
  }

  private postDate(page: Page, own: { month: string } | null): WrittenDate | null {
    if (page.date) return page.date;
    const guess = dateInName(page.baseName) ?? (own ? parseDate(`${own.month}-01`) : null);
    const date = guess?.instant.toISOString().slice(0, 10) ?? '';
    this.notices.warn(page.file.path, null, 'date-missing', { date });
    return guess;
  }

  private categoryOf(page: Page, ownCategory: string | null, type: string): { slug: string; name: string } {
    const sectionDir = page.dir.split('/')[0] ?? '';
    const given = sectionDir || asTexts(page.data.categories)[0] || type || 'posts';
    const slug = ownCategory ?? slugPart(given, 'posts');
    return {
      slug,
      name: this.categoryName(slug) ?? (ownCategory === null ? given : sectionName(page, ownCategory)),
    };
  }

  /** What the site calls a section: the title of its `_index` file, or the menu's entry for it. */
  private categoryName(slug: string): string | null {
    for (const { dir, read } of this.sectionIndexes()) {
      const title = cleanLine(asText(read.data.title) ?? '');
      if (slugPart(dir, '') === slug && title !== '') return title;
    }
    return readMenu(this.config).find(({ href }) => addressKey(href) === `/${slug}/`)?.label ?? null;
  }

  private sectionIndexes(): { dir: string; read: MarkdownFile }[] {
    return this.indexes.flatMap((read) => {
      const dir = posix.relative(this.contentDirOf(read.file.path).contentDir, posix.dirname(read.file.path));
      return dir === '' || dir.includes('/') ? [] : [{ dir, read }];
    });
  }

  /** The last part of the address, exactly, unless it would make another address of it. */
  private slugOf(page: Page, last: string): string {
    const { stem } = splitLanguage(last, page.saidLanguage === null ? [] : knownLanguages);
    if (stem !== '' && !/^\.+$|[/\\?#\p{Cc}]/u.test(stem)) return stem;
    const made = slugPart(stem, `post-${shortHash(page.file.path)}`);
    this.notices.warn(page.file.path, null, 'address-empty', { slug: made });
    return made;
  }

  private translationKey(page: Page): string {
    const given = asText(page.data.translationkey);
    if (given !== null && given !== '') return `hugo:${given}`;
    const stem = splitLanguage(page.baseName, page.saidLanguage === null ? [] : knownLanguages).stem;
    return `hugo:${posix.join('/', page.dir, stem)}`;
  }

  /** Former addresses: those of the front matter, relative ones beside the page, and other spellings of its own. */
  private aliasesOf(page: Page, path: string): string[] {
    const base = posix.dirname(page.link.replace(/\/$/, ''));
    const written = asTexts(page.data.aliases).map((alias) =>
      addressKey(alias.startsWith('/') ? alias : posix.join(base, alias)),
    );
    const all = [...written, ...page.otherLinks.map(addressKey)];
    return [...new Set(all)].filter((alias) => alias !== path && alias !== '/');
  }

  private imageContext(page: Page, path: string) {
    const folder = posix.dirname(page.file.path);
    const { contentDir } = this.contentDirOf(page.file.path);
    const address = page.isBundle ? path : addressKey(posix.relative(contentDir, folder));
    return { folder, address, page: path };
  }

  /** The address of the page that `ref`, or a link to a Markdown file, names. */
  private pageAddress(name: string, from: Page): string | null {
    const [target = '', fragment] = name.split('#', 2);
    const path = decodePercent(target);
    const suffix = fragment === undefined ? '' : `#${fragment}`;
    if (path === '') return suffix;
    const { contentDir } = this.contentDirOf(from.file.path);
    const candidates = path.startsWith('/')
      ? [posix.join(contentDir, path)]
      : [posix.join(posix.dirname(from.file.path), path), posix.join(contentDir, path)];
    const spelled = candidates.flatMap((key) => [key, `${key}.md`, `${key.replace(/\/$/, '')}/index.md`]);
    for (const key of [...spelled, path]) {
      const found = this.byName.get(key.normalize('NFC').toLowerCase()) ?? [];
      const page = found.length === 1 ? found[0] : found.find(({ language }) => language === from.language);
      if (page) return encodeURI(this.publicPath(page)) + suffix;
    }
    return null;
  }

  /** What the home page said, as a page of its own: Nonmun's home is the list of posts. */
  private homeText(): ImportDocument[] {
    const unused: MarkdownFile[] = [];
    const homes = this.indexes.filter((read) => {
      const { contentDir } = this.contentDirOf(read.file.path);
      const dir = posix.relative(contentDir, posix.dirname(read.file.path));
      if (dir.includes('/') && read.body.trim() !== '') unused.push(read);
      return dir === '' && read.body.trim() !== '';
    });
    for (const { file } of unused) this.notices.warn(file.path, null, 'file-unused');
    return homes.flatMap((read) => {
      const { language } = this.contentDirOf(read.file.path);
      const suffix = splitLanguage(stemOf(read.file.path), this.suffixes()).language;
      const page = titled(read, asText(this.config.root.title) ?? 'Home', this.notices);
      const said =
        this.languages.length > 1
          ? languageCode(suffix ?? language?.code ?? this.config.defaultLanguage)
          : null;
      return this.document({
        ...page,
        dir: '',
        baseName: 'home',
        isBundle: false,
        language,
        saidLanguage: said,
        date: null,
        link: '/home/',
        otherLinks: [],
      });
    });
  }

  private site(documents: readonly ImportDocument[], language: string | null): ImportSite {
    const { config } = this;
    const own = config.languages.find(({ code }) => code === config.defaultLanguage)?.config ?? {};
    const text = (key: string): string | null =>
      cleanLine(asText(own[key]) ?? asText(config.root[key]) ?? asText(config.params[key]) ?? '') || null;
    return {
      title: text('title'),
      description: text('description'),
      copyright: text('copyright'),
      origin: config.baseUrl?.replace(/\/$/, '') ?? null,
      language,
      timeZone: config.timeZone,
      menu: readMenu(config),
      logo: this.logo(),
      categories: this.categories(documents, language ?? 'ko'),
      macros: {},
    };
  }

  /** Themes disagree about where the name of the logo starts from. */
  private logo(): ImportImage | null {
    const name = asText(this.config.params.logo) ?? asText(this.config.params.logoimage);
    if (name === null || name === '' || /^(?:https?:)?\/\//.test(name)) return null;
    const from = { folder: '', address: '/', page: '/assets/' };
    const image = findImage(name, 0, this.places, from)?.image ?? null;
    if (!image || image.file !== null) return image;
    const file = this.tree.findByEnding(name.replace(/^\/+/, ''));
    if (file) return { ...image, path: this.addressOfFile(file.path), file: file.absolute, url: null };
    this.notices.warn(this.config.file, null, 'image-missing', { address: image.address });
    return null;
  }

  private addressOfFile(path: string): string {
    const root = this.places.roots.find((dir) => path.startsWith(`${dir}/`)) ?? '';
    return posix.join('/', posix.relative(root, path));
  }

  private categories(documents: readonly ImportDocument[], language: string): ImportCategory[] {
    const categories = new Map<string, ImportCategory>();
    const entry = (slug: string): ImportCategory => {
      const found = categories.get(slug) ?? { slug, names: {}, descriptions: {} };
      categories.set(slug, found);
      return found;
    };
    for (const { dir, read } of this.sectionIndexes()) {
      const slug = slugPart(dir, '');
      if (slug === '' || taxonomies.has(slug)) continue;
      const suffix = splitLanguage(stemOf(read.file.path), this.suffixes()).language;
      const said =
        this.languages.length > 1 ? (suffix ?? this.contentDirOf(read.file.path).language?.code) : null;
      const own = languageCode(said ?? null) ?? language;
      const title = cleanLine(asText(read.data.title) ?? '');
      if (title !== '') entry(slug).names[own] = title;
      const description = cleanText(asText(read.data.description) ?? read.body).trim();
      if (description !== '') entry(slug).descriptions[own] = description;
    }
    for (const { category, language: own } of documents) {
      if (!category) continue;
      const { names } = entry(category.slug);
      if (Object.keys(names).length === 0) names[own ?? language] = category.name;
    }
    const menu = readMenu(this.config).map(({ href }) => addressKey(href));
    const rank = ({ slug }: ImportCategory): number => menu.indexOf(`/${slug}/`) + 1 || Infinity;
    return [...categories.values()].sort((a, b) => rank(a) - rank(b) || (a.slug < b.slug ? -1 : 1));
  }

  /** Pictures that were published and that no document names; old links from elsewhere may lead to them. */
  private assets(documents: readonly ImportDocument[], site: ImportSite): ImportImage[] {
    const named = new Set(
      [
        ...documents.flatMap(({ images, authors }) => [...images, ...authors.map(({ avatar }) => avatar)]),
        site.logo,
      ]
        .map((image) => image?.file)
        .filter((file) => file !== null),
    );
    return this.tree.files.flatMap(({ path, absolute }) => {
      const isStatic = this.config.staticDirs.some((dir) => path.startsWith(`${dir}/`));
      if (!isStatic || named.has(absolute) || !isPicture(path) || /\.(?:svg|ico)$/i.test(path)) return [];
      const address = this.addressOfFile(path);
      return [{ address, path: address, file: absolute, url: null, line: 0 }];
    });
  }
}

/** Without those that lie within others. */
function topmost(dirs: readonly string[]): string[] {
  return dirs.filter((dir) => !dirs.some((other) => dir.startsWith(`${other}/`)));
}

function dirOf(path: string): string {
  const dir = posix.dirname(path);
  return dir === '.' ? '' : dir;
}

/** `post.en` as `post` and `en`, where `en` is one of the languages. */
function splitLanguage(
  stem: string,
  languages: readonly string[],
): { stem: string; language: string | null } {
  const at = stem.lastIndexOf('.');
  const language = stem.slice(at + 1).toLowerCase();
  return at > 0 && languages.includes(language)
    ? { stem: stem.slice(0, at), language }
    : { stem, language: null };
}

/** Whether the same text lies beside a file without, or with another, language in its name. */
function hasSibling(path: string, stem: string, markdown: readonly string[]): boolean {
  const dir = posix.dirname(path);
  return markdown.some(
    (other) =>
      other !== path &&
      posix.dirname(other) === dir &&
      splitLanguage(stemOf(other), knownLanguages).stem === stem,
  );
}

/** Nonmun's languages are told by their primary subtag. */
function languageCode(code: string | null): string | null {
  const primary = code?.toLowerCase().split(/[-_]/)[0] ?? '';
  return knownLanguages.includes(primary) ? primary : null;
}

function sectionName(page: Page, slug: string): string {
  const dir = page.dir.split('/')[0] ?? '';
  return slugPart(dir, '') === slug ? dir : slug;
}
