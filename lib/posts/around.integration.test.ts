import { describe, expect, test } from 'vitest';
import { collectDependencies, tags as cacheTags } from '@/lib/cache';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { ensurePaper } from '@/lib/papers';
import { addRevision, hide, postPage, publish, setPapers, show } from '.';
import { correct, shell, translate, writePost } from './testing';

useDatabase();

const at = (slug: string) => `/ai/2024-03/${slug}/`;
const relatedOf = async (slug: string, language = 'ko') =>
  (await postPage(at(slug), language))?.related.map(({ title, why }) => [title, why]);
const changesOf = async (slug: string, language = 'ko') => (await postPage(at(slug), language))?.changes;

describe('related posts', () => {
  test('by paper, then by the rarer tag, then by words; never itself, at most four', async () => {
    const own = await writePost({
      slug: 'own',
      title: 'Whisper speech transcription',
      tags: ['rare', 'often'],
    });
    const paper = await writePost({ slug: 'paper', title: 'Same paper' });
    await writePost({ slug: 'rare', title: 'Rare tag', tags: ['rare'] });
    for (let n = 1; n <= 3; n += 1) await writePost({ slug: `o${n}`, title: `Often ${n}`, tags: ['often'] });
    await transaction(async (tx) => {
      const id = await ensurePaper(tx, shell, {
        ...{ title: 'Robust Speech Recognition', authors: ['A B'], year: 2022, venue: '' },
        ...{ abstract: '', doi: '', arxivId: '', url: '' },
      });
      for (const { postId } of [own, paper]) await setPapers(tx, postId, [id]);
    });
    const related = await relatedOf('own');
    expect(related?.slice(0, 2)).toEqual([
      ['Same paper', 'paper'],
      ['Rare tag', 'tag'],
    ]);
    expect(related).toHaveLength(4);
    expect(related?.map(([title]) => title)).not.toContain('Whisper speech transcription');
  });

  test('by telling words that both share, in the language of the page', async () => {
    await writePost({ slug: 'own', title: '휘스퍼 음성인식 정리' });
    const near = await writePost({ slug: 'near', title: '음성인식 모델', source: '휘스퍼와 음성인식.\n' });
    for (let n = 1; n <= 8; n += 1)
      await writePost({ slug: `far${n}`, title: `정리 ${n}`, source: '그림.\n' });
    expect(await relatedOf('own')).toEqual([['음성인식 모델', 'text']]);
    await translate(near.postId, 'en', 'Speech models', 'Whisper.');
    expect(await relatedOf('own', 'en')).toEqual([['Speech models', 'text']]);
  });

  test('hidden posts are not told, and the page depends on what it shows, not on the list of all', async () => {
    await writePost({ slug: 'own', tags: ['t'] });
    const other = await writePost({ slug: 'other', tags: ['t'], category: 'b' });
    const { tags } = await collectDependencies(() => postPage(at('own'), 'ko'));
    expect(tags).toContain(cacheTags.post(other.postId));
    const tag = await db().tag.findUniqueOrThrow({ where: { slug: 't' } });
    expect(tags).toContain(cacheTags.tagList(tag.id));
    expect(tags).not.toContain(cacheTags.list);
    await transaction((tx) => hide(tx, shell, other.translationId));
    expect(await relatedOf('own')).toEqual([]);
    const marks = await db().changeMark.findMany({ where: { tag: cacheTags.post(other.postId) } });
    expect(marks).toHaveLength(1);
    await transaction((tx) => show(tx, shell, other.translationId));
    expect(await relatedOf('own')).toHaveLength(1);
  });

  test('ask no more of a greater blog', async () => {
    await writePost({ slug: 'own', title: 'Whisper speech', tags: ['t'] });
    await writePost({ slug: 'a', title: 'Whisper speech again', tags: ['t'] });
    const count = async () => {
      const before = statementCount();
      await postPage(at('own'), 'ko');
      return statementCount() - before;
    };
    await count();
    const few = await count();
    for (let n = 1; n <= 12; n += 1) await writePost({ slug: `b${n}`, title: `Whisper ${n}`, tags: ['t'] });
    await count();
    expect(await count()).toBeLessThanOrEqual(few);
  });
});

describe('what changed', () => {
  test('is told of publications, newest first, with the note of the writer', async () => {
    const { translationId } = await writePost({ slug: 'own', source: '## One\n\na\n' });
    expect(await changesOf('own')).toEqual([]);
    await correct(translationId, 'Title of own', '## One\n\nb\n', new Date('2024-04-01'));
    await transaction(async (tx) => {
      const text = {
        title: 'New',
        summary: '',
        source: '## One\n\nb\n\nc\n',
        authorId: null,
        reason: 'publish',
      };
      const id = await addRevision(tx, translationId, text);
      await publish(tx, shell, id, new Date('2024-04-02'), ' 식을 \n 바로잡음 ');
    });
    expect(await changesOf('own')).toMatchObject([
      { note: '식을 바로잡음', added: 1, changed: 0, isRenamed: true, sections: ['One'] },
      { at: new Date('2024-04-01'), note: null, added: 0, changed: 1, isRenamed: false },
    ]);
  });

  test('tells nothing of drafts, nor of other languages', async () => {
    const { translationId, postId } = await writePost({ slug: 'own', source: 'a\n' });
    await transaction(async (tx) => {
      const text = { title: 'Draft', summary: '', source: 'secret\n', authorId: null, reason: 'autosave' };
      await addRevision(tx, translationId, text);
    });
    await correct(translationId, 'Title of own', 'a\n\nb\n');
    await translate(postId, 'en', 'English', 'x\n');
    expect(await changesOf('own')).toMatchObject([{ added: 1, changed: 0, removed: 0 }]);
    expect(await changesOf('own', 'en')).toEqual([]);
  });
});
