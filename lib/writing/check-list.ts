import type { Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import type { Problem, ProblemKind, RenderedPost } from '@/lib/markdown/types';
import { MAX_TITLE, pathOf, PostError, renderSource } from '@/lib/posts';
import { isPlaceholder } from './begin';
import { checkNames } from './check-names';
import { findDraft } from './drafts';
import { textColumns, type Text } from './history';
import { openTranslation, type OpenTranslation } from './rights';
import type { CheckItem, CheckKind } from './types';

/** Places that one line of the list names at most. */
const MOST_PLACES = 50;
/** Links that are looked up at most. */
const MOST_LINKS = 500;

/** Which line of the list tells of which problem of the pipeline. */
const KINDS: Record<ProblemKind, CheckKind> = {
  'formula-faulty': 'formulas',
  'formula-limit': 'formulas',
  'html-dropped': 'html',
  'image-missing': 'images',
  'image-foreign': 'images',
  'image-without-alt': 'image-texts',
  'link-unsafe': 'links',
  'plugin-failed': 'html',
  'too-large': 'size',
  'too-deep': 'size',
};

/** Lines of the list that tell of the text, in their order. */
const TEXT_KINDS = ['images', 'image-texts', 'formulas', 'html', 'links', 'size'] as const;

type Place = CheckItem['places'][number];

/**
 * What to look at before publishing: one line for each thing, in order or not. Only what is `blocking` would make
 * publishing fail.
 *
 * @returns the list about the draft as it is saved.
 * @throws {AccessError} `not-found`.
 */
export async function checkList(viewer: Viewer, translationId: string): Promise<CheckItem[]> {
  const translation = await openTranslation(db(), viewer, translationId, 'post.read');
  const { post, language } = translation;
  const [text, facts] = await Promise.all([
    textOf(translationId),
    db().post.findUniqueOrThrow({ where: { id: post.id }, select: { macros: true, leadMediaId: true } }),
  ]);
  const rendered = await renderSource({ id: '', ...text, language, macros: facts.macros, path: post.path });
  const broken = await brokenLinks(viewer, translationId, text.source, rendered.html);
  const blocking = (isGood: boolean, kind: CheckKind): CheckItem => ({
    kind,
    level: isGood ? 'ok' : 'blocking',
    places: [],
  });
  const advisable = (isGood: boolean, kind: CheckKind): CheckItem => ({
    kind,
    level: isGood ? 'ok' : 'warning',
    places: [],
  });
  const isPost = post.kind === 'post';
  return [
    blocking(text.title !== '' && [...text.title].length <= MAX_TITLE, 'title'),
    advisable(rendered.text.trim() !== '' || rendered.imageAddresses.length > 0, 'text'),
    await addressItem(translation),
    ...(isPost ? [blocking(post.categoryId !== null, 'category')] : []),
    ...(isPost ? [blocking(post.authors.length > 0, 'authors')] : []),
    advisable(text.summary !== '' || rendered.excerptText.trim() !== '', 'summary'),
    ...(isPost ? [advisable(facts.leadMediaId !== null || rendered.leadImage !== null, 'lead-image')] : []),
    ...TEXT_KINDS.map((kind) => textItem(kind, rendered.problems, broken)),
  ];
}

async function textOf(translationId: string): Promise<Text> {
  const draft = await findDraft(db(), translationId);
  const text =
    draft ??
    (await db().revision.findFirst({
      where: { translationId },
      orderBy: { number: 'desc' },
      select: textColumns,
    }));
  return { title: text?.title ?? '', summary: text?.summary ?? '', source: text?.source ?? '' };
}

/** Whether the post can have its address; one that nobody chose is made of the title when it is published. */
async function addressItem({ post }: OpenTranslation): Promise<CheckItem> {
  const { kind, categoryId, month, slug } = post;
  try {
    const path = await pathOf(db(), { kind, categoryId, month, slug });
    const isChosen = !isPlaceholder(slug, post.publishedAt);
    return {
      kind: 'address',
      level: isChosen ? 'ok' : 'warning',
      places: isChosen ? [] : [{ line: 0, detail: path }],
    };
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    return { kind: 'address', level: 'blocking', places: [{ line: 0, detail: post.path }] };
  }
}

function textItem(kind: CheckKind, problems: Problem[], broken: Place[]): CheckItem {
  const found = problems
    .filter((problem) => KINDS[problem.kind] === kind)
    .map(({ line, detail }) => ({ line, detail }));
  const places = kind === 'links' ? [...found, ...broken].sort((a, b) => a.line - b.line) : found;
  return { kind, level: places.length === 0 ? 'ok' : 'warning', places: places.slice(0, MOST_PLACES) };
}

/** Links of the page that lead nowhere within the site, with the line on which their address stands. */
async function brokenLinks(
  viewer: Viewer,
  translationId: string,
  source: string,
  html: RenderedPost['html'],
): Promise<Place[]> {
  const links = siteLinks(html).slice(0, MOST_LINKS);
  if (links.length === 0) return [];
  const { brokenLinks: broken } = await checkNames(viewer, translationId, { images: [], links });
  return broken.map((link) => ({ line: lineNaming(source, link), detail: readable(link) }));
}

/** Links of rendered HTML that lead to this site, by their addresses, each once. */
function siteLinks(html: string): string[] {
  const addresses = [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, address = '']) =>
    address.replace(/&#x26;|&#38;|&amp;/g, '&'),
  );
  // Another scheme or another host is no business of ours; a fragment leads to this page.
  return [...new Set(addresses.filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(address)))];
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** @returns the 1-based line on which an address stands in a source; 0 where it is spelled otherwise there. */
function lineNaming(source: string, address: string): number {
  const at = [address, readable(address)]
    .map((spelling) => source.indexOf(spelling))
    .find((index) => index >= 0);
  return at === undefined ? 0 : source.slice(0, at).split('\n').length;
}
