import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/audit';
import { touchOnce } from '@/lib/cache';
import { db, transaction, type Reader, type Transaction } from '@/lib/db';
import { ensureAuthor } from '@/lib/members';
import { ensurePaper } from '@/lib/papers';
import {
  addRevision,
  createPost,
  ensureCategory,
  ensureTag,
  ensureTranslation,
  movePost,
  pagePath,
  PostError,
  postPath,
  publish,
  setAuthors,
  setPapers,
  setTags,
  takeAddress,
} from '@/lib/posts';
import { ImageImporter } from './apply-images';
import { applyMenuTargets, applySite } from './apply-site';
import { Notices } from './notices';
import type { ImportReport, Outcome, ReportEntry } from './report';
import type { ImportDocument, ImportSource } from './types';

const ACTOR: Actor = { label: 'import' };

/** A source that tells more of a document goes before one that tells less. */
const FIDELITY: Record<string, number> = { archive: 4, hugo: 3, folder: 2, feed: 1 };

/** How an import is done. */
export interface ApplyOptions {
  /** Writes nothing; the report says what would be done. */
  dryRun?: boolean;
  /** Whether pictures on the web are fetched. Default true. */
  fetchImages?: boolean;
  /** Origin that the operator named, which may be private. */
  trustedOrigin?: string;
  /** Called after each document. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the import after the documents under way; what was brought in stays. */
  signal?: AbortSignal;
  /** The time of the import; documents without a date get it. */
  now?: Date;
}

/**
 * Documents that are written in one transaction: a transaction costs as much as a document, on PostgreSQL more, and
 * whoever else wants to write waits for it.
 */
const BATCH = 10;

/**
 * Writes what a source holds. Documents are written whole: an import that is
 * interrupted leaves whole posts, and going on with it is doing it again.
 */
export async function applyImport(source: ImportSource, options: ApplyOptions = {}): Promise<ImportReport> {
  const { dryRun = false, fetchImages = true, trustedOrigin, onProgress, signal, now = new Date() } = options;
  const notices = new Notices();
  const images = new ImageImporter(ACTOR, notices, {
    dryRun,
    fetch: fetchImages,
    ...(trustedOrigin !== undefined && { trustedOrigin }),
  });
  const settingsChanged = await applySite(ACTOR, source, images, dryRun);
  const entries: ReportEntry[] = [];
  const avatars = new Map<string, string | null>();

  // Oldest first; of one moment, the site's own language first, so that the post is made in it.
  const own = source.site.language ?? 'ko';
  const rank = ({ language }: ImportDocument) => ((language ?? own) === own ? 0 : 1);
  const dated = await Promise.all(source.documents.map((document) => withMonth(document, now)));
  const documents = dated.sort(
    (a, b) =>
      (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0) ||
      rank(a) - rank(b) ||
      a.source.localeCompare(b.source, 'en'),
  );
  const run: Run = { source, avatars, dryRun, now, postByKey: new Map(), known: new Map() };
  for (let start = 0; start < documents.length && !signal?.aborted; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    for (const document of batch) {
      for (const image of document.images) await images.bring(image, document.file);
      for (const { name, avatar } of document.authors) {
        if (avatar && !avatars.get(name)) avatars.set(name, await images.bring(avatar, document.file));
      }
    }
    const results = await applyBatch(run, batch);
    for (const { entry, notices: said } of results) {
      entries.push(entry);
      notices.list.push(...said.list);
      onProgress?.(entries.length, documents.length);
    }
  }
  for (const asset of source.assets) {
    if (signal?.aborted) break;
    await images.bring(asset, asset.path ?? asset.address);
  }
  const made = await applyMenuTargets(ACTOR, source, dryRun);
  const missing = source.notices.filter(
    ({ code, values }) => code !== 'image-missing' || !images.foundElsewhere.has(String(values.address)),
  );
  return { entries, notices: [...missing, ...notices.list], images: images.counts, made, settingsChanged };
}

/** What all documents of an import share. */
interface Run {
  source: ImportSource;
  avatars: Map<string, string | null>;
  dryRun: boolean;
  now: Date;
  /** Posts of this run by translation key. */
  postByKey: Map<string, string>;
  /** Ids of categories, tags and authors that this run has looked up or made. */
  known: Map<string, string>;
}

interface Context extends Run {
  document: ImportDocument;
  notices: Notices;
}

interface Result {
  entry: ReportEntry;
  notices: Notices;
}

/** Brings some documents in, in their order; nothing is locked for those that are here as they are. */
async function applyBatch(run: Run, documents: ImportDocument[]): Promise<Result[]> {
  const records = await db().importRecord.findMany({
    where: { source: { in: documents.map(({ source }) => source) } },
    select: { source: true, digest: true },
  });
  const digests = new Map(records.map(({ source, digest }) => [source, digest]));
  const changed = documents.filter((document) => digests.get(document.source) !== digestOf(document));
  const results = new Map<ImportDocument, Result>();
  for (const [index, result] of (await applyChanged(run, changed)).entries()) {
    const document = changed[index];
    if (document) results.set(document, result);
  }
  return documents.map((document) => results.get(document) ?? unchanged(document));
}

function unchanged(document: ImportDocument): Result {
  try {
    return { entry: entryOf(document, 'unchanged', ownPath(document)), notices: new Notices() };
  } catch (error) {
    // An address may have been reserved since.
    return refused(document, error);
  }
}

/** Writes some documents together or, where one of them cannot be written, each by itself. */
async function applyChanged(run: Run, documents: ImportDocument[]): Promise<Result[]> {
  if (documents.length === 0) return [];
  if (run.dryRun) return Promise.all(documents.map((document) => applyDocument(run, document, null)));
  try {
    return await inOneTransaction(run, async (tx) => {
      const results: Result[] = [];
      for (const document of documents) results.push(await applyDocument(run, document, tx));
      return results;
    });
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
  }
  // Nothing of them has been written.
  const results: Result[] = [];
  for (const document of documents) {
    try {
      results.push(await inOneTransaction(run, (tx) => applyDocument(run, document, tx)));
    } catch (error) {
      results.push(refused(document, error));
    }
  }
  return results;
}

/** What the run knows is what is written: a transaction that fails takes back what it added. */
async function inOneTransaction<T>(run: Run, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const sizes = [run.postByKey.size, run.known.size] as const;
  try {
    return await transaction((tx) => touchOnce(tx, () => work(tx)));
  } catch (error) {
    for (const [index, map] of [run.postByKey, run.known].entries()) {
      for (const key of [...map.keys()].slice(sizes[index])) map.delete(key);
    }
    throw error;
  }
}

/** Everything of a document that a later import compares. */
function digestOf(document: ImportDocument): string {
  const compared = [
    document.title,
    document.body,
    document.summary,
    document.language,
    document.publishedAt,
    document.draft,
    document.path,
    document.aliases,
    document.category,
    document.month,
    document.slug,
    document.tags,
    document.authors.map(({ name, about, links }) => [name, about, links]),
    // Nothing where there are none: what was brought in by an earlier version is still the same.
    ...(document.papers.length > 0 ? [document.papers] : []),
  ];
  return createHash('sha256').update(JSON.stringify(compared)).digest('hex');
}

function ownPath({ kind, category, month, slug }: ImportDocument): string {
  if (kind === 'page') return pagePath(slug);
  return postPath({ categorySlug: category?.slug ?? '', month: month ?? '', slug });
}

/** A draft without a date belongs to the month in which it was brought in, or to that in which it is already here. */
async function withMonth(document: ImportDocument, now: Date): Promise<ImportDocument> {
  if (document.kind === 'page' || document.month !== null) return document;
  const record = await db().importRecord.findUnique({
    where: { source: document.source },
    select: { post: { select: { month: true } } },
  });
  return { ...document, month: record?.post.month ?? now.toISOString().slice(0, 7) };
}

type Decision =
  | { outcome: 'new'; postId: string | null }
  | { outcome: 'changed'; postId: string }
  | { outcome: Exclude<Outcome, 'new' | 'changed'> };

const fidelity = (kind: string): number => FIDELITY[kind] ?? 0;

async function decide(
  reader: Reader,
  { document, source, postByKey }: Context,
  digest: string,
  path: string,
): Promise<Decision> {
  const language = document.language ?? 'ko';
  const record = await reader.importRecord.findUnique({ where: { source: document.source } });
  if (record) {
    if (record.digest === digest) return { outcome: 'unchanged' };
    const others = await reader.importRecord.findMany({
      where: { postId: record.postId, language: record.language, source: { not: record.source } },
    });
    if (others.some(({ kind }) => fidelity(kind) > fidelity(source.kind))) return { outcome: 'elsewhere' };
    return (await isUntouched(reader, record.postId, record.language))
      ? { outcome: 'changed', postId: record.postId }
      : { outcome: 'kept' };
  }
  const existing =
    (document.guid !== null &&
      (await reader.post.findUnique({ where: { guid: document.guid }, select: { id: true } }))) ||
    (await reader.post.findUnique({ where: { path }, select: { id: true } }));
  if (!existing) return { outcome: 'new', postId: postByKey.get(document.translationKey) ?? null };
  const others = await reader.importRecord.findMany({ where: { postId: existing.id, language } });
  const translated = await reader.translation.count({ where: { postId: existing.id, language } });
  if (translated === 0) return { outcome: 'new', postId: existing.id };
  if (others.length === 0) return { outcome: 'kept' };
  if (others.some(({ kind }) => fidelity(kind) >= fidelity(source.kind))) return { outcome: 'elsewhere' };
  return (await isUntouched(reader, existing.id, language))
    ? { outcome: 'changed', postId: existing.id }
    : { outcome: 'kept' };
}

/** Whether nobody has worked on the text here since an import brought it. */
async function isUntouched(reader: Reader, postId: string, language: string): Promise<boolean> {
  const translation = await reader.translation.findUnique({
    where: { postId_language: { postId, language } },
    select: {
      state: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, reason: true } },
    },
  });
  const latest = translation?.revisions[0];
  // Whatever is saved here makes a revision.
  return latest?.reason === 'import' && translation?.state !== 'hidden';
}

/**
 * @param tx null for a run that writes nothing.
 * @throws {PostError} where the document cannot be written; half of it may be in the transaction then.
 */
async function applyDocument(run: Run, document: ImportDocument, tx: Transaction | null): Promise<Result> {
  const notices = new Notices();
  const context: Context = { ...run, document, notices };
  try {
    const path = ownPath(document);
    const digest = digestOf(document);
    const decision = await decide(tx ?? db(), context, digest, path);
    const { outcome } = decision;
    if (tx && (outcome === 'new' || outcome === 'changed')) {
      const postId = await write(tx, context, { existingId: decision.postId, digest, path });
      run.postByKey.set(document.translationKey, postId);
    }
    return { entry: entryOf(document, outcome, path), notices };
  } catch (error) {
    if (tx) throw error;
    return refused(document, error);
  }
}

function entryOf(document: ImportDocument, outcome: Outcome, path: string | null): ReportEntry {
  const { file, title, language, draft } = document;
  return { outcome, file, title, path, language, draft };
}

/** @throws what is no fault of the document's. */
function refused(document: ImportDocument, error: unknown): Result {
  if (!(error instanceof PostError)) throw error;
  const notices = new Notices();
  notices.error(document.file, null, `post-${error.fault}`, { detail: error.detail });
  return { entry: entryOf(document, 'skipped', null), notices };
}

/** The id under `key`, looked up or made once in a run. */
async function once({ known }: Run, key: unknown[], find: () => Promise<string>): Promise<string> {
  const name = JSON.stringify(key);
  const id = known.get(name) ?? (await find());
  known.set(name, id);
  return id;
}

async function write(
  tx: Transaction,
  context: Context,
  { existingId, digest, path }: { existingId: string | null; digest: string; path: string },
): Promise<string> {
  const { document, source, avatars, now } = context;
  const language = document.language ?? 'ko';
  const { category } = document;
  const categoryId = category
    ? await once(context, ['category', category.slug], () => {
        const described = source.site.categories.find(({ slug }) => slug === category.slug);
        return ensureCategory(tx, ACTOR, {
          slug: category.slug,
          names: described?.names ?? { [language]: category.name },
          descriptions: described?.descriptions ?? {},
        });
      })
    : null;
  const tagIds: string[] = [];
  for (const { slug, name } of document.tags) {
    const tag = { slug, names: { [language]: name } };
    tagIds.push(await once(context, ['tag', slug], () => ensureTag(tx, ACTOR, tag)));
  }
  const authorIds: string[] = [];
  for (const { name, about, links } of document.authors) {
    const author = { name, about, links, language, avatarId: avatars.get(name) ?? null };
    authorIds.push(await once(context, ['author', author], () => ensureAuthor(tx, ACTOR, author)));
  }
  const paperIds: string[] = [];
  for (const paper of document.papers) {
    paperIds.push(await once(context, ['paper', paper], () => ensurePaper(tx, ACTOR, paper)));
  }
  const place = { categoryId, month: document.month, slug: document.slug };
  let postId = existingId;
  if (postId === null) {
    postId = await createPost(tx, ACTOR, {
      kind: document.kind,
      ...place,
      originalLanguage: language,
      ...(document.guid !== null && { guid: document.guid }),
      authorIds,
      tagIds,
      macros: {},
    });
  } else {
    await movePost(tx, ACTOR, postId, place);
    if (authorIds.length > 0) await setAuthors(tx, postId, authorIds);
    if (tagIds.length > 0) await setTags(tx, postId, tagIds);
  }
  if (paperIds.length > 0) await setPapers(tx, postId, paperIds);
  const former = [document.path, ...document.aliases].filter((address) => address !== path);
  for (const address of former) await takeFormerAddress(tx, context, postId, address);

  const translationId = await ensureTranslation(tx, postId, language);
  const revisionId = await addRevision(tx, translationId, {
    title: document.title,
    summary: document.summary,
    source: document.body,
    authorId: null,
    reason: 'import',
  });
  await renewDraft(tx, translationId, revisionId);
  const at = document.publishedAt ?? now;
  if (!document.draft && at <= now) {
    await publish(
      tx,
      ACTOR,
      revisionId,
      existingId === null ? at : await correctionTime(tx, translationId, at, now),
    );
  } else if (!document.draft) {
    await tx.translation.update({
      where: { id: translationId },
      data: { state: 'scheduled', scheduledFor: at, scheduledRevisionId: revisionId },
    });
  }
  const record = { kind: source.kind, postId, language, digest, revisionId, importedAt: now };
  await tx.importRecord.upsert({
    where: { source: document.source },
    create: { source: document.source, ...record },
    update: record,
  });
  return postId;
}

/** Somebody may have opened the text here, and written nothing yet. */
async function renewDraft(tx: Transaction, translationId: string, revisionId: string): Promise<void> {
  if ((await tx.draft.count({ where: { translationId } })) === 0) return;
  const { title, summary, source } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } });
  await tx.draft.update({
    where: { translationId },
    data: {
      ...{ title, summary, source, baseRevisionId: revisionId },
      ...{ version: { increment: 1 }, saveKey: null, savedById: null, savedAt: new Date() },
    },
  });
}

/** A first publication has the source's time; a correction has its own. */
async function correctionTime(tx: Transaction, translationId: string, at: Date, now: Date): Promise<Date> {
  const translation = await tx.translation.findUniqueOrThrow({
    where: { id: translationId },
    select: { publishedAt: true },
  });
  return translation.publishedAt === null ? at : now;
}

async function takeFormerAddress(tx: Transaction, context: Context, postId: string, address: string) {
  try {
    await takeAddress(tx, postId, address);
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    context.notices.warn(context.document.file, null, 'alias-taken', { address });
  }
}
