import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/audit';
import { db, transaction, type Transaction } from '@/lib/db';
import { ensureAuthor } from '@/lib/members';
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
  /** Ends the import after the document under way; what was brought in stays. */
  signal?: AbortSignal;
  /** The time of the import; documents without a date get it. */
  now?: Date;
}

/**
 * Writes what a source holds. Each document is one transaction: an import that
 * is interrupted leaves whole posts, and going on with it is doing it again.
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

  // A document of the original language first, so that the post is made in it; otherwise oldest first.
  const documents = [...source.documents].sort(
    (a, b) =>
      (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0) ||
      a.source.localeCompare(b.source, 'en'),
  );
  const postByKey = new Map<string, string>();
  for (const [index, document] of documents.entries()) {
    if (signal?.aborted) break;
    for (const image of document.images) await images.bring(image, document.file);
    for (const { name, avatar } of document.authors) {
      if (avatar && !avatars.get(name)) avatars.set(name, await images.bring(avatar, document.file));
    }
    entries.push(await applyDocument({ document, source, avatars, notices, dryRun, now, postByKey }));
    onProgress?.(index + 1, documents.length);
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

interface Context {
  document: ImportDocument;
  source: ImportSource;
  avatars: Map<string, string | null>;
  notices: Notices;
  dryRun: boolean;
  now: Date;
  /** Posts of this run by translation key. */
  postByKey: Map<string, string>;
}

/** Everything of a document that a later import compares. */
function digestOf(document: ImportDocument): string {
  const {
    title,
    body,
    summary,
    language,
    publishedAt,
    draft,
    path,
    aliases,
    category,
    month,
    slug,
    tags,
    authors,
  } = document;
  return createHash('sha256')
    .update(
      JSON.stringify([
        title,
        body,
        summary,
        language,
        publishedAt,
        draft,
        path,
        aliases,
        category,
        month,
        slug,
        tags,
        authors.map(({ name, about, links }) => [name, about, links]),
      ]),
    )
    .digest('hex');
}

function ownPath({ kind, category, month, slug }: ImportDocument): string {
  if (kind === 'page') return pagePath(slug);
  return postPath({ categorySlug: category?.slug ?? '', month: month ?? '', slug });
}

type Decision =
  | { outcome: 'new'; postId: string | null }
  | { outcome: 'changed'; postId: string }
  | { outcome: Exclude<Outcome, 'new' | 'changed'> };

const fidelity = (kind: string): number => FIDELITY[kind] ?? 0;

async function decide(
  { document, source, postByKey }: Context,
  digest: string,
  path: string,
): Promise<Decision> {
  const language = document.language ?? 'ko';
  const record = await db().importRecord.findUnique({ where: { source: document.source } });
  if (record) {
    if (record.digest === digest) return { outcome: 'unchanged' };
    const others = await db().importRecord.findMany({
      where: { postId: record.postId, language: record.language, source: { not: record.source } },
    });
    if (others.some(({ kind }) => fidelity(kind) > fidelity(source.kind))) return { outcome: 'elsewhere' };
    return (await isUntouched(record.postId, record.language))
      ? { outcome: 'changed', postId: record.postId }
      : { outcome: 'kept' };
  }
  const existing =
    (document.guid !== null &&
      (await db().post.findUnique({ where: { guid: document.guid }, select: { id: true } }))) ||
    (await db().post.findUnique({ where: { path }, select: { id: true } }));
  if (!existing) return { outcome: 'new', postId: postByKey.get(document.translationKey) ?? null };
  const others = await db().importRecord.findMany({ where: { postId: existing.id, language } });
  const translated = await db().translation.count({ where: { postId: existing.id, language } });
  if (translated === 0) return { outcome: 'new', postId: existing.id };
  if (others.length === 0) return { outcome: 'kept' };
  if (others.some(({ kind }) => fidelity(kind) >= fidelity(source.kind))) return { outcome: 'elsewhere' };
  return (await isUntouched(existing.id, language))
    ? { outcome: 'changed', postId: existing.id }
    : { outcome: 'kept' };
}

/** Whether nobody has worked on the text here since an import brought it. */
async function isUntouched(postId: string, language: string): Promise<boolean> {
  const translation = await db().translation.findUnique({
    where: { postId_language: { postId, language } },
    select: {
      state: true,
      draft: { select: { translationId: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, reason: true } },
    },
  });
  const latest = translation?.revisions[0];
  return latest?.reason === 'import' && translation?.draft === null && translation.state !== 'hidden';
}

async function applyDocument(context: Context): Promise<ReportEntry> {
  const { document, notices, dryRun } = context;
  const entry = (outcome: Outcome, path: string | null): ReportEntry => ({
    outcome,
    file: document.file,
    title: document.title,
    path,
    language: document.language,
    draft: document.draft,
  });
  try {
    const path = ownPath(document);
    const digest = digestOf(document);
    const decision = await decide(context, digest, path);
    if (decision.outcome !== 'new' && decision.outcome !== 'changed') return entry(decision.outcome, path);
    if (!dryRun) {
      const postId = await transaction((tx) => write(tx, context, decision.postId, digest));
      context.postByKey.set(document.translationKey, postId);
    }
    return entry(decision.outcome, path);
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    notices.error(document.file, null, `post-${error.fault}`, { detail: error.detail });
    return entry('skipped', null);
  }
}

async function write(
  tx: Transaction,
  context: Context,
  existingId: string | null,
  digest: string,
): Promise<string> {
  const { document, source, avatars, now } = context;
  const language = document.language ?? 'ko';
  const categoryId = document.category
    ? await ensureCategory(tx, ACTOR, {
        slug: document.category.slug,
        names: source.site.categories.find(({ slug }) => slug === document.category?.slug)?.names ?? {
          [language]: document.category.name,
        },
        descriptions:
          source.site.categories.find(({ slug }) => slug === document.category?.slug)?.descriptions ?? {},
      })
    : null;
  const tagIds: string[] = [];
  for (const { slug, name } of document.tags) {
    tagIds.push(await ensureTag(tx, ACTOR, { slug, names: { [language]: name } }));
  }
  const authorIds: string[] = [];
  for (const { name, about, links } of document.authors) {
    const author = { name, about, links, language, avatarId: avatars.get(name) ?? null };
    authorIds.push(await ensureAuthor(tx, ACTOR, author));
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
  for (const address of [document.path, ...document.aliases])
    await takeFormerAddress(tx, context, postId, address);

  const translationId = await ensureTranslation(tx, postId, language);
  const revisionId = await addRevision(tx, translationId, {
    title: document.title,
    summary: document.summary,
    source: document.body,
    authorId: null,
    reason: 'import',
  });
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
      data: { state: 'scheduled', scheduledFor: at },
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
