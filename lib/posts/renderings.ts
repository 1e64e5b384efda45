import { db, transaction } from '@/lib/db';
import { localizePath } from '@/lib/i18n';
import { renderPost, renderingKey, type MarkdownOptions, type RenderedPost } from '@/lib/markdown';
import { imagesByAddress, namedAddresses } from '@/lib/media';
import { settings } from '@/lib/settings';
import { siteOrigin } from '@/lib/config';
import { macrosSchema, outlineSchema, problemsSchema, leadImageSchema } from './stored';

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

/** @returns what the pipeline makes of a source; the images it names are looked up. Nothing is kept. */
export async function renderSource(revision: RevisionSource): Promise<RenderedPost> {
  const { origin, macros } = await siteOptions();
  const options: MarkdownOptions = {
    language: revision.language,
    macros: { ...macros, ...macrosSchema.parse(revision.macros) },
    images: await imagesByAddress(namedAddresses(revision.source)),
    origin,
    path: encodeURI(localizePath(revision.path, revision.language)),
  };
  const rendered = renderPost(revision.source, options);
  return revision.summary ? { ...rendered, excerptText: revision.summary } : rendered;
}

async function keep(revision: RevisionSource, key: string): Promise<RenderedPost> {
  const rendered = await renderSource(revision);
  const { html, feedHtml, excerptHtml, excerptText, text, outline, problems, leadImage, words, minutes } =
    rendered;
  const columns = {
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

/**
 * Renders every published revision that this version of the pipeline has not
 * rendered yet, newest first, and drops renderings of other versions; so that
 * readers do not wait after an upgrade.
 *
 * @param stop asked between two posts.
 * @returns how many were rendered.
 */
export async function refreshRenderings(stop: () => boolean = () => false): Promise<number> {
  const { key } = await siteOptions();
  let rendered = 0;
  while (!stop()) {
    const revisions = await db().revision.findMany({
      where: { publishedAs: { isNot: null }, renderings: { none: { renderer: key } } },
      orderBy: { createdAt: 'desc' },
      take: 20,
      select: revisionColumns,
    });
    if (revisions.length === 0) break;
    for (const { id, source, summary, translation } of revisions) {
      if (stop()) return rendered;
      await keep({ id, source, summary, language: translation.language, ...translation.post }, key);
      rendered += 1;
    }
  }
  if (rendered > 0 && !stop()) {
    await transaction((tx) => tx.rendering.deleteMany({ where: { renderer: { not: key } } }));
  }
  return rendered;
}
