import { db, macrosSchema, transaction } from '@/lib/db';
import { hrefOf, localizePath } from '@/lib/i18n';
import { renderPost, renderingKey, type MarkdownOptions, type RenderedPost } from '@/lib/markdown';
import { imagesByAddress, namedAddresses } from '@/lib/media';
import { settings } from '@/lib/settings';
import { siteOrigin } from '@/lib/config';
import { outlineSchema, problemsSchema, leadImageSchema } from './stored';

/** A revision as the pipeline needs it. */
export interface RevisionSource {
  id: string;
  source: string;
  summary: string;
  language: string;
  /** Macros of the post, as stored. */
  macros: unknown;
  /** Address of the post, decoded, without language prefix. */
  path: string;
}

/**
 * The facts that all renderings of one moment share. The key covers these alone: what belongs to a single post (its
 * language, macros, address, pictures) drops the post's own renderings where it changes.
 */
async function siteOptions(): Promise<{ origin: string; macros: Record<string, string>; key: string }> {
  const { macros } = await settings();
  const origin = siteOrigin();
  return { origin, macros, key: renderingKey({ language: '', origin, macros }) };
}

/** What lists show of a rendering. */
export type RenderingExcerpt = Pick<RenderedPost, 'excerptHtml' | 'excerptText' | 'leadImage' | 'minutes'>;
/** What a post's page shows. */
export type RenderingPage = RenderingExcerpt & Pick<RenderedPost, 'html' | 'outline'>;
/** What a feed carries. */
export type RenderingFeed = RenderingExcerpt & Pick<RenderedPost, 'feedHtml'>;

const excerptColumns = {
  revisionId: true,
  excerptHtml: true,
  excerptText: true,
  leadImage: true,
  minutes: true,
} as const;

/** What the pipeline is asked for each of some revisions; the images that they name are looked up together. */
async function optionsOf(revisions: RevisionSource[]): Promise<MarkdownOptions[]> {
  const { origin, macros } = await siteOptions();
  const named = revisions.map(({ source }) => namedAddresses(source));
  const known = await imagesByAddress([...new Set(named.flat())]);
  return revisions.map((revision, index) => ({
    language: revision.language,
    macros: { ...macros, ...macrosSchema.parse(revision.macros) },
    images: new Map(
      (named[index] ?? []).flatMap((address) => {
        const image = known.get(address);
        return image ? [[address, image] as const] : [];
      }),
    ),
    origin,
    path: hrefOf(localizePath(revision.path, revision.language)),
  }));
}

/** What makes a rendering: `renderPost`, here or in a thread of its own. */
export type Render = (source: string, options: MarkdownOptions) => Promise<RenderedPost>;

/** A summary is plain text; a blank line begins a paragraph. */
function paragraphs(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

async function renderEach(revisions: RevisionSource[], render: Render): Promise<RenderedPost[]> {
  const options = await optionsOf(revisions);
  return Promise.all(
    revisions.map(async ({ source, summary }, index) => {
      const rendered = await render(source, options[index] as MarkdownOptions);
      return summary ? { ...rendered, excerptText: summary, excerptHtml: paragraphs(summary) } : rendered;
    }),
  );
}

/** @returns what the pipeline makes of a source; the images it names are looked up. Nothing is kept. */
export async function renderSource(revision: RevisionSource): Promise<RenderedPost> {
  const [rendered] = await renderEach([revision], renderPost);
  return rendered as RenderedPost;
}

/** What is kept of a rendering. */
function columnsOf(rendered: RenderedPost) {
  const { html, feedHtml, excerptHtml, excerptText, text, outline, problems, leadImage, words, minutes } =
    rendered;
  return {
    html,
    feedHtml,
    excerptHtml,
    excerptText,
    text,
    outline: outline.map((item) => ({ ...item })),
    problems: problems.map((problem) => ({ ...problem })),
    // A JSON null within the column, not an absent value, so that the column needs no second kind of nothing.
    leadImage: leadImage ? { ...leadImage } : {},
    words,
    minutes,
  };
}

async function keep(revision: RevisionSource, key: string): Promise<RenderedPost> {
  const rendered = await renderSource(revision);
  const columns = columnsOf(rendered);
  try {
    await transaction(async (tx) => {
      // The revision may have gone, or another instance may have been faster.
      if ((await tx.revision.count({ where: { id: revision.id } })) === 0) return;
      const where = { revisionId_renderer: { revisionId: revision.id, renderer: key } };
      await tx.rendering.upsert({
        where,
        create: { revisionId: revision.id, renderer: key, ...columns },
        update: {},
      });
      // Of an earlier version of the pipeline, or another address of the site.
      await tx.rendering.deleteMany({ where: { revisionId: revision.id, renderer: { not: key } } });
    });
  } catch (error) {
    // Readers are served although nothing can be written: a full disk, a lost primary.
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The rendering of revision ${revision.id} was not kept: ${reason}\n`);
  }
  return rendered;
}

/** Renders what is missing, one after the other; a list never holds more than a page of them. */
async function completed<Row extends { revisionId: string }, Shape>(
  revisions: RevisionSource[],
  rows: Row[],
  key: string,
  present: (row: Row) => Shape,
): Promise<Map<string, Shape | RenderedPost>> {
  const byRevision = new Map<string, Shape | RenderedPost>(rows.map((row) => [row.revisionId, present(row)]));
  for (const revision of revisions) {
    if (!byRevision.has(revision.id)) byRevision.set(revision.id, await keep(revision, key));
  }
  return byRevision;
}

function presentExcerpt(row: {
  excerptHtml: string;
  excerptText: string;
  leadImage: unknown;
  minutes: number;
}) {
  return {
    excerptHtml: row.excerptHtml,
    excerptText: row.excerptText,
    leadImage: leadImageSchema.parse(row.leadImage),
    minutes: row.minutes,
  };
}

/** @returns excerpts by revision id; what no rendering exists of is rendered and kept. */
export async function excerpts(revisions: RevisionSource[]): Promise<Map<string, RenderingExcerpt>> {
  const { key } = await siteOptions();
  const rows = await db().rendering.findMany({
    where: { renderer: key, revisionId: { in: revisions.map(({ id }) => id) } },
    select: excerptColumns,
  });
  return completed(revisions, rows, key, presentExcerpt);
}

/** @returns feed contents by revision id. */
export async function feedContents(revisions: RevisionSource[]): Promise<Map<string, RenderingFeed>> {
  const { key } = await siteOptions();
  const rows = await db().rendering.findMany({
    where: { renderer: key, revisionId: { in: revisions.map(({ id }) => id) } },
    select: { ...excerptColumns, feedHtml: true },
  });
  return completed(revisions, rows, key, (row) => ({ ...presentExcerpt(row), feedHtml: row.feedHtml }));
}

/** @returns the page's content. */
export async function pageContent(revision: RevisionSource): Promise<RenderingPage> {
  const { key } = await siteOptions();
  const row = await db().rendering.findUnique({
    where: { revisionId_renderer: { revisionId: revision.id, renderer: key } },
    select: { ...excerptColumns, html: true, outline: true },
  });
  if (!row) return keep(revision, key);
  return { ...presentExcerpt(row), html: row.html, outline: outlineSchema.parse(row.outline) };
}

/** @returns what the author of a revision should know. */
export async function revisionProblems(revision: RevisionSource): Promise<RenderedPost['problems']> {
  const { key } = await siteOptions();
  const row = await db().rendering.findUnique({
    where: { revisionId_renderer: { revisionId: revision.id, renderer: key } },
    select: { problems: true },
  });
  return row ? problemsSchema.parse(row.problems) : (await keep(revision, key)).problems;
}

const revisionColumns = {
  id: true,
  source: true,
  summary: true,
  translation: { select: { language: true, post: { select: { macros: true, path: true } } } },
} as const;

/** Renderings that are written in one transaction; what else wants to write waits for no more. */
const BATCH = 20;

/** Keeps renderings of revisions that still are where they were when they were rendered. */
async function keepEach(revisions: RevisionSource[], rendered: RenderedPost[], key: string): Promise<void> {
  await transaction(async (tx) => {
    const ids = revisions.map(({ id }) => id);
    const [present, kept] = [
      await tx.revision.findMany({
        where: { id: { in: ids } },
        select: { id: true, translation: { select: { post: { select: { path: true } } } } },
      }),
      await tx.rendering.findMany({
        where: { renderer: key, revisionId: { in: ids } },
        select: { revisionId: true },
      }),
    ];
    const pathById = new Map(present.map(({ id, translation }) => [id, translation.post.path]));
    for (const { revisionId } of kept) pathById.delete(revisionId);
    const data = revisions.flatMap(({ id, path }, index) => {
      const result = rendered[index];
      return result && pathById.get(id) === path
        ? [{ revisionId: id, renderer: key, ...columnsOf(result) }]
        : [];
    });
    await tx.rendering.createMany({ data });
  });
}

/** How renderings are refreshed. */
export interface RefreshOptions {
  /** Asked between two batches. */
  stop?: () => boolean;
  /** What renders; the calling thread where nothing is given. */
  render?: Render;
  /** Called after each batch, in posts. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Renders every published revision that this version of the pipeline has not
 * rendered yet, newest first, and drops renderings of other versions; so that
 * readers do not wait after an upgrade.
 *
 * @returns how many were rendered.
 */
export async function refreshRenderings(options: RefreshOptions = {}): Promise<number> {
  const { stop = () => false, render = renderPost, onProgress } = options;
  const { key } = await siteOptions();
  const missing = await db().revision.findMany({
    where: { publishedAs: { isNot: null }, renderings: { none: { renderer: key } } },
    // Ids are made of the time.
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  let writing = Promise.resolve();
  let done = 0;
  while (done < missing.length && !stop()) {
    const ids = missing.slice(done, done + BATCH).map(({ id }) => id);
    const rows = await db().revision.findMany({ where: { id: { in: ids } }, select: revisionColumns });
    const revisions = rows.map(({ translation, ...row }) => ({
      ...row,
      language: translation.language,
      ...translation.post,
    }));
    const rendered = await renderEach(revisions, render);
    await writing;
    writing = keepEach(revisions, rendered, key);
    // Reported where it is awaited, which may be after the next batch.
    writing.catch(() => undefined);
    done += ids.length;
    onProgress?.(done, missing.length);
  }
  await writing;
  if (done > 0 && !stop()) {
    await transaction((tx) => tx.rendering.deleteMany({ where: { renderer: { not: key } } }));
  }
  return done;
}
