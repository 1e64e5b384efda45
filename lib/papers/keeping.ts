import { check, notFound } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { transaction, type Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { PAPER_CHANGED, putNames, takeNames } from '@/lib/search';
import { PaperError } from './errors';
import { cleanPaper, type CleanPaper } from './input';
import { knownColumns, ownersOf, presentKnown, type PaperViewer } from './knowing';
import { paperSlug } from './naming';
import type { KnownPaper, PaperInput } from './types';

/** Papers with the same title that are told. */
const MOST_SIMILAR = 5;

/** @returns the first address of its kind that is free: `…`, `…-2`, `…-3`. */
async function freeId(tx: Transaction, paper: CleanPaper): Promise<string> {
  const slug = paperSlug(paper);
  const taken = await tx.paper.findMany({ where: { id: { startsWith: slug } }, select: { id: true } });
  const ids = new Set(taken.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!ids.has(id)) return id;
  }
}

/** @returns the paper that has one of these ids already, and which. */
async function holderOf(tx: Transaction, { doi, arxivId }: CleanPaper, except = '') {
  for (const [fault, where] of [
    ['arxiv-taken', arxivId === null ? null : { arxivId }],
    ['doi-taken', doi === null ? null : { doi }],
  ] as const) {
    const holder = where && (await tx.paper.findUnique({ where, select: knownColumns }));
    if (holder && holder.id !== except) return { fault, holder };
  }
  return null;
}

/** @throws {PaperError} `arxiv-taken`, `doi-taken` with the paper in `details`. */
async function checkIds(tx: Transaction, viewer: PaperViewer, paper: CleanPaper, except = ''): Promise<void> {
  const taken = await holderOf(tx, paper, except);
  if (!taken) return;
  const papers = await presentKnown(tx, viewer, [taken.holder]);
  throw new PaperError(taken.fault, { values: { title: taken.holder.title }, details: { papers } });
}

async function create(tx: Transaction, actor: Actor, paper: CleanPaper): Promise<string> {
  const id = await freeId(tx, paper);
  const createdById = 'memberId' in actor ? actor.memberId : null;
  await tx.paper.create({ data: { id, ...paper, createdById } });
  await record(tx, actor, {
    action: 'paper.create',
    subjectType: 'paper',
    subjectId: id,
    detail: { title: paper.title },
  });
  await touch(tx, [tags.paper(id)]);
  return id;
}

async function known(tx: Transaction, viewer: PaperViewer, id: string): Promise<KnownPaper> {
  const row = await tx.paper.findUnique({ where: { id }, select: knownColumns });
  const [paper] = row ? await presentKnown(tx, viewer, [row]) : [];
  if (!paper) throw notFound();
  return paper;
}

/**
 * Adds a paper to those that this blog knows. Readers see it once a public post is about it.
 *
 * @param options.isDistinct whether it is known to be another one than those of the same title.
 * @throws {PaperError} `arxiv-taken`, `doi-taken` and `paper-similar`, with the others in `details`; what is wrong with a
 *   field. @throws {AccessError}
 */
export async function addPaper(
  viewer: PaperViewer,
  input: PaperInput,
  { isDistinct = false }: { isDistinct?: boolean } = {},
): Promise<KnownPaper> {
  check(viewer, 'paper.create');
  const paper = cleanPaper(input);
  return transaction(async (tx) => {
    await checkIds(tx, viewer, paper);
    const similar = await tx.paper.findMany({
      where: { titleKey: paper.titleKey },
      select: knownColumns,
      take: MOST_SIMILAR,
    });
    if (similar.length > 0 && !isDistinct) {
      const papers = await presentKnown(tx, viewer, similar);
      throw new PaperError('paper-similar', { values: { title: paper.title }, details: { papers } });
    }
    return known(tx, viewer, await create(tx, { memberId: viewer.memberId }, paper));
  });
}

/**
 * Corrects a paper; its address stays. Everything that shows it is made anew.
 *
 * @param version that the correction was made from.
 * @throws {PaperError} `paper-conflict` with the paper as it stands in `details`; `arxiv-taken`, `doi-taken`; what is wrong
 *   with a field. @throws {AccessError} `not-found`, `forbidden`.
 */
export async function changePaper(
  viewer: PaperViewer,
  id: string,
  input: PaperInput,
  version: number,
): Promise<KnownPaper> {
  check(viewer, 'paper.create');
  const paper = cleanPaper(input);
  return transaction(async (tx) => {
    const before = await tx.paper.findUnique({
      where: { id },
      select: { ...knownColumns, titleKey: true, findText: true },
    });
    if (!before) throw notFound();
    check(viewer, 'paper.write', { ownerIds: ownersOf(before) });
    if (before.version !== version) {
      const papers = await presentKnown(tx, viewer, [before]);
      throw new PaperError('paper-conflict', { details: { papers } });
    }
    await checkIds(tx, viewer, paper, id);
    const fields = Object.entries(paper).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(before[name as keyof CleanPaper]) ? [] : [name],
    );
    if (fields.length > 0) {
      await tx.paper.update({ where: { id }, data: { ...paper, version: { increment: 1 } } });
      await touch(tx, [tags.paper(id)]);
      if (fields.includes('findText')) await keepFindable(tx, id, paper.title);
      await record(
        tx,
        { memberId: viewer.memberId },
        { action: 'paper.change', subjectType: 'paper', subjectId: id, detail: { title: paper.title } },
      );
    }
    return known(tx, viewer, id);
  });
}

/**
 * Takes a paper away that no post is about, no draft either. One that is used stays: its posts would lose what they are about.
 *
 * @throws {PaperError} `paper-used`. @throws {AccessError} `not-found`, `forbidden`.
 */
export async function removePaper(viewer: PaperViewer, id: string): Promise<void> {
  check(viewer, 'paper.create');
  await transaction(async (tx) => {
    const row = await tx.paper.findUnique({ where: { id }, select: knownColumns });
    if (!row) throw notFound();
    check(viewer, 'paper.write', { ownerIds: ownersOf(row) });
    const posts = await tx.postPaper.count({ where: { paperId: id } });
    if (posts > 0) throw new PaperError('paper-used', { values: { posts } });
    await tx.paper.delete({ where: { id } });
    await takeNames(tx, [id]);
    await touch(tx, [tags.papers, tags.paper(id)]);
    await record(
      tx,
      { memberId: viewer.memberId },
      { action: 'paper.remove', subjectType: 'paper', subjectId: id, detail: { title: row.title } },
    );
  });
}

/** @returns whether a paper is called by its id, for want of a title. */
function isStandIn({ title, doi, arxivId }: Pick<CleanPaper, 'title' | 'doi' | 'arxivId'>): boolean {
  return title === `arXiv:${arxivId ?? ''}` || title === `doi:${doi ?? ''}`;
}

/** Quick find knows the new title at once; the posts about it are brought in step after. */
async function keepFindable(tx: Transaction, id: string, title: string): Promise<void> {
  const { createdAt, posts } = await tx.paper.findUniqueOrThrow({
    where: { id },
    select: { createdAt: true, posts: true },
  });
  if (posts > 0) await putNames(tx, id, [{ kind: 'paper', language: 'en', name: title, at: createdAt }]);
  await enqueue(tx, PAPER_CHANGED, { paperId: id });
}

async function nameStandIn(tx: Transaction, actor: Actor, id: string, paper: CleanPaper): Promise<void> {
  const { title, authors, year, venue, abstract, titleKey, findText } = paper;
  const data = { title, authors, year, venue, abstract, titleKey, findText };
  await tx.paper.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  await touch(tx, [tags.paper(id)]);
  await keepFindable(tx, id, title);
  await record(tx, actor, { action: 'paper.change', subjectType: 'paper', subjectId: id, detail: { title } });
}

/**
 * The paper that is meant: by its arXiv id or DOI, else by its title; added where there is none. What is known of it stays;
 * one of which only the id was known gets its title.
 *
 * @returns its id.
 * @throws {PaperError} what is wrong with a field.
 */
export async function ensurePaper(tx: Transaction, actor: Actor, input: PaperInput): Promise<string> {
  const paper = cleanPaper(input);
  const holder = (await holderOf(tx, paper))?.holder;
  if (holder) {
    if (isStandIn(holder) && !isStandIn(paper)) await nameStandIn(tx, actor, holder.id, paper);
    return holder.id;
  }
  const { titleKey } = paper;
  const same = await tx.paper.findMany({
    where: { titleKey },
    select: { id: true, doi: true, arxivId: true },
    orderBy: { createdAt: 'asc' },
    take: MOST_SIMILAR,
  });
  // One with other ids is another paper.
  const meant = same.find(
    (one) => (one.doi === null || paper.doi === null) && (one.arxivId === null || paper.arxivId === null),
  );
  return meant?.id ?? create(tx, actor, paper);
}
