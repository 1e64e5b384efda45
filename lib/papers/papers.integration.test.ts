import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { changesSince, collectDependencies, tags } from '@/lib/cache';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import {
  hide,
  indexJobs,
  postList,
  postPage,
  searchPosts,
  setPapers,
  setPublishedAt,
  show,
} from '@/lib/posts';
import { shell, translate, writePost } from '@/lib/posts/testing';
import { PAPER_CHANGED } from '@/lib/search';
import {
  addPaper,
  changePaper,
  ensurePaper,
  findPapers,
  paperById,
  paperList,
  papersOf,
  papersOfAuthor,
  PAPERS_PER_PAGE,
  removePaper,
  type KnownPaper,
  type PaperInput,
} from '.';

useDatabase();

const whisper: PaperInput = {
  title: 'Robust Speech Recognition via Large-Scale Weak Supervision',
  authors: ['Alec Radford', 'Jong Wook Kim', 'Tao Xu'],
  year: 2022,
  venue: '',
  abstract: 'We study  the capabilities\nof speech processing systems.\n\n\nSecond paragraph.',
  doi: '',
  arxivId: 'arXiv:2212.04356v1 [cs.CL]',
  url: '',
};
const nothing: PaperInput = {
  ...{ title: 'A Title', authors: [], year: null, venue: '', abstract: '', doi: '', arxivId: '', url: '' },
};

type Member = Viewer & { language: string };
let hana: Member;
let minsu: Member;
let editor: Member;

async function member(handle: string, role: Viewer['role'] = 'member'): Promise<Member> {
  const { id } = await transaction((tx) =>
    tx.member.create({
      data: { handle, names: { ko: handle, en: handle }, about: {}, links: [], role, state: 'active' },
    }),
  );
  return { memberId: id, role, language: 'ko' };
}

beforeEach(async () => {
  hana = await member('hana');
  minsu = await member('minsu');
  editor = await member('yuho', 'editor');
});

const about = (postId: string, ...ids: string[]) => transaction((tx) => setPapers(tx, postId, ids));
const by = (postId: string, { memberId }: Member) =>
  transaction((tx) => tx.postAuthor.create({ data: { postId, memberId, position: 9 } }));
const asInput = (paper: KnownPaper): PaperInput => ({
  ...paper,
  doi: paper.doi ?? '',
  arxivId: paper.arxivId ?? '',
  url: paper.url ?? '',
});

async function touchedBy(work: () => Promise<unknown>): Promise<string[]> {
  const { now } = await changesSince(0);
  await work();
  return (await changesSince(now)).tags.sort();
}

describe('adding', () => {
  test('keeps a paper as it is to be read, under an address that says what it is', async () => {
    const paper = await addPaper(hana, whisper);
    expect(paper).toMatchObject({
      id: 'radford-2022-robust-speech-recognition-large',
      title: whisper.title,
      authors: whisper.authors,
      year: 2022,
      abstract: 'We study the capabilities of speech processing systems.\n\nSecond paragraph.',
      ...{
        doi: null,
        arxivId: '2212.04356',
        arxivVersion: 1,
        url: null,
        posts: 0,
        mayChange: true,
        version: 0,
      },
    });
    const event = await db().auditEvent.findFirst({ where: { subjectType: 'paper', subjectId: paper.id } });
    expect(event).toMatchObject({ action: 'paper.create', actorId: hana.memberId });
  });

  test('keeps an address that says an arXiv id or a DOI as that', async () => {
    const byUrl = await addPaper(hana, { ...nothing, url: 'https://arxiv.org/pdf/1706.03762v7.pdf' });
    expect(byUrl).toMatchObject({ arxivId: '1706.03762', arxivVersion: 7, url: null });
    const byDoi = await addPaper(hana, { ...nothing, title: 'Other', doi: '10.48550/arXiv.2001.08361' });
    expect(byDoi).toMatchObject({ arxivId: '2001.08361', doi: null });
  });

  test.each<[string, Partial<PaperInput>, string, string]>([
    ['an empty title', { title: ' \u0000 \u200b… ' }, 'title-missing', 'title'],
    ['a title without end', { title: 'a'.repeat(10_000) }, 'title-long', 'title'],
    ['an author without end', { authors: ['a'.repeat(10_000)] }, 'author-long', 'authors'],
    ['a crowd', { authors: Array.from({ length: 1_000 }, (_, n) => `A ${n}`) }, 'authors-many', 'authors'],
    ['a year to come', { year: 3000 }, 'year-invalid', 'year'],
    ['half a year', { year: 2022.5 }, 'year-invalid', 'year'],
    ['what is no DOI', { doi: 'nature14539' }, 'doi-invalid', 'doi'],
    ['what is no arXiv id', { arxivId: '2213.99999' }, 'arxiv-invalid', 'arxivId'],
    ['a script', { url: 'javascript:alert(1)' }, 'url-invalid', 'url'],
    ['a venue without end', { venue: 'v'.repeat(1_000) }, 'venue-long', 'venue'],
    ['a book', { abstract: 'a'.repeat(20_000) }, 'abstract-long', 'abstract'],
  ])('refuses %s', async (_, part, code, field) => {
    await expect(addPaper(hana, { ...nothing, ...part })).rejects.toMatchObject({ code, field });
    expect(await db().paper.count()).toBe(0);
  });

  test('takes control characters and what turns the text around out', async () => {
    const title = 'Deep\u202e \u0000Learning\n\tand\u200b more';
    const paper = await addPaper(hana, { ...nothing, title, authors: ['A\u0007 B', ' ', '김\u2066하나'] });
    expect(paper).toMatchObject({ title: 'Deep Learning and more', authors: ['A B', '김하나'] });
  });

  test('tells of the paper that has the same id in another spelling', async () => {
    const paper = await addPaper(hana, { ...whisper, doi: '10.1145/ABC.1' });
    for (const [part, code] of [
      [{ arxivId: 'https://arxiv.org/abs/2212.04356v3' }, 'arxiv-taken'],
      [{ doi: 'https://dx.doi.org/10.1145/abc.1' }, 'doi-taken'],
      [{ url: 'https://dl.acm.org/doi/10.1145/ABC.1' }, 'doi-taken'],
    ] as const) {
      await expect(addPaper(minsu, { ...nothing, ...part })).rejects.toMatchObject({
        code,
        kind: 'conflict',
        details: { papers: [{ id: paper.id, mayChange: false }] },
      });
    }
  });

  test('asks about one of the same title, and takes the answer', async () => {
    const paper = await addPaper(hana, nothing);
    const again = { ...nothing, title: 'a  “title”!' };
    await expect(addPaper(minsu, again)).rejects.toMatchObject({
      code: 'paper-similar',
      details: { papers: [{ id: paper.id }] },
    });
    expect(await addPaper(minsu, again, { isDistinct: true })).toMatchObject({ id: 'title-2' });
  });

  test('of the same paper by two people at once adds it once', async () => {
    const both = await Promise.allSettled([addPaper(hana, whisper), addPaper(minsu, whisper)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'arxiv-taken' },
    });
    expect(await db().paper.count()).toBe(1);
  });

  test('is for members', async () => {
    await expect(addPaper(null as unknown as Member, whisper)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('by an import means a paper that is known by id or title', async () => {
    const actor = { label: 'import' } as const;
    const ensure = (part: Partial<PaperInput>) =>
      transaction((tx) => ensurePaper(tx, actor, { ...nothing, ...part }));
    const id = await ensure({ title: whisper.title });
    expect(
      await ensure({ ...whisper, title: 'ROBUST speech recognition via large-scale weak supervision.' }),
    ).toBe(id);
    const other = await ensure({ title: 'X', arxivId: '1706.03762' });
    expect(await ensure({ title: 'Y', arxivId: 'arXiv:1706.03762v2' })).toBe(other);
    expect(await ensure({ title: 'X', arxivId: '1706.03763' })).not.toBe(other);
    expect(await db().paper.count()).toBe(3);
  });
});

describe('changing', () => {
  test('is for who added it, who wrote a public post about it, and editors', async () => {
    const paper = await addPaper(hana, whisper);
    const input = { ...asInput(paper), venue: 'ICML' };
    await expect(changePaper(minsu, paper.id, input, 0)).rejects.toMatchObject({ code: 'forbidden' });
    const draft = await writePost({ slug: 'draft', published: false });
    await by(draft.postId, minsu);
    await about(draft.postId, paper.id);
    await expect(changePaper(minsu, paper.id, input, 0)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await changePaper(hana, paper.id, input, 0)).toMatchObject({ venue: 'ICML', version: 1 });
    expect(await changePaper(editor, paper.id, { ...input, year: 2023 }, 1)).toMatchObject({ version: 2 });
    const post = await writePost({ slug: 'post' });
    await by(post.postId, minsu);
    await about(post.postId, paper.id);
    expect(await changePaper(minsu, paper.id, { ...input, year: 2022 }, 2)).toMatchObject({ version: 3 });
    await expect(changePaper(editor, 'nope', input, 0)).rejects.toMatchObject({ code: 'not-found' });
    const acts = await db().auditEvent.findMany({ where: { action: 'paper.change' } });
    expect(acts.map(({ actorId }) => actorId)).toEqual([hana, editor, minsu].map(({ memberId }) => memberId));
  });

  test('from an older state tells what it is now, and changes nothing', async () => {
    const paper = await addPaper(hana, whisper);
    await changePaper(editor, paper.id, { ...asInput(paper), venue: 'ICML' }, 0);
    await expect(
      changePaper(hana, paper.id, { ...asInput(paper), venue: 'NeurIPS' }, 0),
    ).rejects.toMatchObject({
      code: 'paper-conflict',
      details: { papers: [{ venue: 'ICML', version: 1 }] },
    });
  });

  test('keeps the address, and refuses the id of another paper', async () => {
    const paper = await addPaper(hana, whisper);
    await addPaper(hana, { ...nothing, doi: '10.1145/abc.1' });
    const input = asInput(paper);
    expect(await changePaper(hana, paper.id, { ...input, title: 'Whisper', year: 2023 }, 0)).toMatchObject({
      id: paper.id,
      title: 'Whisper',
    });
    await expect(
      changePaper(hana, paper.id, { ...input, doi: 'DOI:10.1145/ABC.1' }, 1),
    ).rejects.toMatchObject({
      code: 'doi-taken',
    });
  });

  test('makes stale what shows the paper, and its posts are found by its new title', async () => {
    const paper = await addPaper(hana, whisper);
    const post = await writePost({ slug: 'post', title: '음성 인식' });
    await about(post.postId, paper.id);
    const page = await collectDependencies(() => postPage('/ai/2024-03/post/', 'ko'));
    expect(page.value?.papers).toMatchObject([{ id: paper.id, title: whisper.title }]);
    const touched = await touchedBy(() =>
      changePaper(hana, paper.id, { ...asInput(paper), title: 'Zebra crossings' }, 0),
    );
    expect(touched).toEqual([tags.paper(paper.id)]);
    expect(page.tags).toContain(tags.paper(paper.id));
    const [job] = await db().job.findMany({ where: { kind: PAPER_CHANGED } });
    await indexJobs[PAPER_CHANGED]?.({ payload: job?.payload } as never);
    const filters = { language: null, category: null, author: null, year: null };
    const found = async (question: string) => (await searchPosts(question, 'ko', filters, 1)).total;
    expect(await found('zebra')).toBe(1);
    expect(await found('Radford')).toBe(1);
    expect(await found('2212.04356')).toBe(1);
    expect(await found('supervision')).toBe(0);
  });
});

describe('removing', () => {
  test('is refused while a post is about it, a draft too', async () => {
    const paper = await addPaper(hana, whisper);
    const { postId } = await writePost({ slug: 'draft', published: false });
    await about(postId, paper.id);
    await expect(removePaper(editor, paper.id)).rejects.toMatchObject({ code: 'paper-used' });
    await about(postId);
    await expect(removePaper(minsu, paper.id)).rejects.toMatchObject({ code: 'forbidden' });
    await removePaper(hana, paper.id);
    await expect(removePaper(hana, paper.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await db().auditEvent.count({ where: { action: 'paper.remove' } })).toBe(1);
  });
});

describe('finding', () => {
  beforeEach(async () => {
    await addPaper(hana, whisper);
    await addPaper(hana, {
      ...nothing,
      title: 'Attention Is All You Need',
      authors: ['Ashish Vaswani'],
      doi: '10.5555/3295222',
    });
    await addPaper(hana, {
      ...nothing,
      title: '확산 모델의 한국어 음성 합성',
      authors: ['김하나', 'José Müller'],
    });
  });

  test.each([
    ['arXiv:2212.04356v9', ['radford-2022-robust-speech-recognition-large']],
    ['https://doi.org/10.5555/3295222', ['vaswani-attention-all-you-need']],
    ['speech recog', ['radford-2022-robust-speech-recognition-large']],
    ['recognition radford', ['radford-2022-robust-speech-recognition-large']],
    ['2212.0', ['radford-2022-robust-speech-recognition-large']],
    ['확산모', ['김하나-확산-모델의-한국어-음성']],
    ['확사', ['김하나-확산-모델의-한국어-음성']],
    ['김하나', ['김하나-확산-모델의-한국어-음성']],
    ['jose muller', ['김하나-확산-모델의-한국어-음성']],
    ['', []],
    ['%', []],
    ['_', []],
    ["' OR 1=1 --", []],
    ['x'.repeat(10_000), []],
    ['1706.03762', []],
  ])('%j', async (question, ids) => {
    expect((await findPapers(minsu, question)).papers.map(({ id }) => id)).toEqual(ids);
  });

  test('tells who wrote about it, in public', async () => {
    const [paper] = (await findPapers(hana, 'whisper 2212.04356')).papers;
    expect(paper).toBeUndefined();
    const known = (await findPapers(hana, '2212.04356')).papers[0];
    const draft = await writePost({ slug: 'draft', published: false, author: '비밀' });
    const post = await writePost({ slug: 'post', title: '휘스퍼', author: '하나' });
    for (const { postId } of [draft, post]) await about(postId, known?.id ?? '');
    expect((await findPapers(minsu, '2212.04356')).papers).toMatchObject([
      { posts: 1, reviews: [{ title: '휘스퍼', path: '/ai/2024-03/post/', authors: ['하나'] }] },
    ]);
  });
});

describe('readers', () => {
  test('see a paper while a public post is about it', async () => {
    const { id } = await addPaper(hana, whisper);
    const { postId } = await writePost({ slug: 'draft', published: false });
    await about(postId, id);
    expect(await paperById(id)).toBeNull();
    expect(await paperList()).toMatchObject({ papers: [], total: 0, pages: 1 });
    const post = await writePost({ slug: 'post', at: new Date('2024-01-01') });
    await about(post.postId, id);
    expect(await paperById(id)).toMatchObject({ id, posts: 1 });
    expect(await postList({ kind: 'paper', id }, 'ko')).toMatchObject({ total: 1 });
    await transaction((tx) => hide(tx, shell, post.translationId));
    expect(await paperById(id)).toBeNull();
    await transaction((tx) => show(tx, shell, post.translationId));
    expect(await paperById(id)).toMatchObject({ posts: 1 });
    await about(post.postId);
    expect(await paperById(id)).toBeNull();
  });

  test('find papers in the order of the newest posts about them, on pages', async () => {
    const ids: string[] = [];
    for (let n = 0; n <= PAPERS_PER_PAGE; n += 1) {
      const paper = await addPaper(hana, { ...nothing, title: `Paper ${n}` });
      ids.push(paper.id);
      const { postId } = await writePost({ slug: `p${n}`, at: new Date(Date.UTC(2024, 0, n + 1)) });
      await about(postId, paper.id);
    }
    const first = await paperList(1);
    expect(first).toMatchObject({ page: 1, pages: 2, total: PAPERS_PER_PAGE + 1 });
    expect(first?.papers.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, PAPERS_PER_PAGE));
    expect((await paperList(2))?.papers.map(({ id }) => id)).toEqual([ids[0]]);
    expect(await paperList(3)).toBeNull();
    expect(await paperList(0)).toBeNull();
    const oldest = await db().postPaper.findFirstOrThrow({ where: { paperId: ids[0] ?? '' } });
    await transaction((tx) => setPublishedAt(tx, oldest.postId, new Date('2024-06-01')));
    expect((await paperList(1))?.papers[0]?.id).toBe(ids[0]);
  });

  test('see on a post which papers it is about, in order, in every language', async () => {
    const a = await addPaper(hana, whisper);
    const b = await addPaper(hana, nothing);
    const { postId } = await writePost({ slug: 'post' });
    await about(postId, b.id, a.id);
    await translate(postId, 'en', 'Whisper', 'Text.');
    for (const language of ['ko', 'en']) {
      const page = await postPage('/ai/2024-03/post/', language);
      expect(page?.papers.map(({ id }) => id)).toEqual([b.id, a.id]);
    }
    await about(postId, a.id, b.id);
    expect((await papersOf([postId])).get(postId)?.map(({ id }) => id)).toEqual([a.id, b.id]);
  });

  test('see which papers an author wrote about, each once', async () => {
    const a = await addPaper(hana, whisper);
    const b = await addPaper(hana, nothing);
    for (const [slug, at, ids] of [
      ['old', '2024-01-01', [a.id]],
      ['new', '2024-02-01', [b.id, a.id]],
    ] as const) {
      const { postId } = await writePost({ slug, at: new Date(at) });
      await by(postId, minsu);
      await about(postId, ...ids);
    }
    const draft = await writePost({ slug: 'draft', published: false });
    await by(draft.postId, hana);
    await about(draft.postId, a.id);
    expect(await papersOfAuthor('minsu')).toMatchObject([
      { id: b.id, posts: 1 },
      { id: a.id, posts: 2 },
    ]);
    expect(await papersOfAuthor('hana')).toEqual([]);
    expect(await papersOfAuthor('nobody')).toEqual([]);
  });

  test('get pages anew when a post comes to be about a paper', async () => {
    const { id } = await addPaper(hana, whisper);
    const { postId } = await writePost({ slug: 'post' });
    const missing = await collectDependencies(() => paperById(id));
    const list = await collectDependencies(() => paperList());
    const page = await collectDependencies(() => postPage('/ai/2024-03/post/', 'ko'));
    const touched = await touchedBy(() => about(postId, id));
    for (const { tags: depends } of [missing, list, page]) {
      expect(depends.some((tag) => touched.includes(tag))).toBe(true);
    }
    const posts = await collectDependencies(() => postList({ kind: 'paper', id }, 'ko'));
    expect(touched).toContain(tags.paperList(id));
    expect(posts.tags).toContain(tags.paperList(id));
  });

  test('cost as many queries with one paper as with thirty', async () => {
    const measure = async (work: () => Promise<unknown>) => {
      const before = statementCount();
      await work();
      return statementCount() - before;
    };
    const counts: number[][] = [];
    const ids: string[] = [];
    const { postId } = await writePost({ slug: 'post' });
    for (const most of [1, 30]) {
      while (ids.length < most) ids.push((await addPaper(hana, { ...nothing, title: `P ${ids.length}` })).id);
      await about(postId, ...ids);
      await postPage('/ai/2024-03/post/', 'ko');
      counts.push([
        await measure(() => paperList()),
        await measure(() => paperById(ids[0] ?? '')),
        await measure(() => postPage('/ai/2024-03/post/', 'ko')),
        await measure(() => findPapers(hana, 'P')),
      ]);
    }
    expect(counts[1]).toEqual(counts[0]);
  });
});
