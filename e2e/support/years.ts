/**
 * `node --import tsx e2e/support/years.ts YEARS`: fills an empty blog with the work of a group over some years up to 2024,
 * for tests of lists, as a process of its own over the same database. Besides ordinary posts there are those that lists
 * must bear: a title of 300 characters, a word of 200 letters, nobody who wrote, wide pictures; and a category, an author
 * and a member without any post.
 */
import sharp from 'sharp';
import type { Actor } from '@/lib/audit';
import { readConfig } from '@/lib/config';
import { closeDatabase, openDatabase, transaction, type Transaction } from '@/lib/db';
import { keepMedia, mediaPath, prepareMedia } from '@/lib/media';
import { ensureAuthor } from '@/lib/members';
import { addRevision, createPost, ensureCategory, ensureTag, ensureTranslation, publish } from '@/lib/posts';

const LAST = 2024;
/** Posts of the fullest month, June of the last year: two pages. */
const FULL = 12;
const actor: Actor = { label: 'shell' };
const years = Number(process.argv[2]);
if (!Number.isInteger(years) || years < 1) throw new Error('YEARS');

const authors = ['윤민서', '서태양', 'Ada Kwon'];
const tags: { slug: string; names: Record<string, string> }[] = [
  { slug: 'diffusion', names: { ko: '확산 모델', en: 'Diffusion' } },
  { slug: '강화-학습', names: { ko: '강화 학습' } },
  { slug: '🎉', names: { ko: '🎉' } },
];

async function picture(width: number, height: number): Promise<string> {
  const background = { r: width % 256, g: height % 256, b: 180 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  const prepared = await prepareMedia(bytes, `${width}.png`);
  await transaction((tx) => keepMedia(tx, actor, prepared));
  return mediaPath(prepared.encoded);
}

interface Sample {
  slug: string;
  category: 'ai' | 'algorithm';
  day: string;
  title: string;
  source: string;
  /** Numbers in the list of authors. */
  by: number[];
  tags: number[];
}

async function write(tx: Transaction, sample: Sample): Promise<void> {
  const names = { ai: { ko: '논문', en: 'Papers' }, algorithm: { ko: '알고리즘', en: 'Algorithms' } };
  const categoryId = await ensureCategory(tx, actor, {
    slug: sample.category,
    names: names[sample.category],
    descriptions: { ko: '읽고 적은 것을 모았습니다.', en: 'What we read and wrote down.' },
  });
  const authorIds: string[] = [];
  for (const number of sample.by) authorIds.push(await authorOf(tx, authors[number] ?? ''));
  const tagIds: string[] = [];
  for (const number of sample.tags) {
    const tag = tags[number];
    if (tag) tagIds.push(await ensureTag(tx, actor, tag));
  }
  const postId = await createPost(tx, actor, {
    kind: 'post',
    categoryId,
    month: sample.day.slice(0, 7),
    slug: sample.slug,
    originalLanguage: 'ko',
    authorIds,
    tagIds,
  });
  const revisionId = await addRevision(tx, await ensureTranslation(tx, postId, 'ko'), {
    title: sample.title,
    summary: '',
    source: sample.source,
    authorId: null,
    reason: 'publish',
  });
  await publish(tx, actor, revisionId, new Date(`${sample.day}T03:00:00Z`));
}

function authorOf(tx: Transaction, name: string): Promise<string> {
  return ensureAuthor(tx, actor, { name, about: '', language: 'ko', links: [], avatarId: null });
}

await openDatabase(readConfig().databaseUrl);
try {
  const [wide, tall] = [await picture(2400, 1000), await picture(700, 1800)];
  const excerpt =
    '한 번에 다 풀지 않고 조금씩 잡음을 걷어 내는 방법이 왜 잘 되는지, 식과 그림으로 따라가 봅니다. '.repeat(
      3,
    );
  const samples: Sample[] = [];
  for (let year = LAST - years + 1; year <= LAST; year += 1) {
    for (let month = 1; month <= 6; month += 1) {
      const count = year === LAST && month === 6 ? FULL : 1 + ((year + month) % 2);
      for (let number = 1; number <= count; number += 1) {
        const day = `${year}-${String(month).padStart(2, '0')}-${String(number + 1).padStart(2, '0')}`;
        const image = [`\n\n![그림](${wide})`, `\n\n![그림](${tall})`, ''][number % 3] ?? '';
        samples.push({
          ...{ slug: `post-${number}`, category: 'ai', day },
          title: `${year}년 ${month}월의 ${number}번째 글: 잡음에서 그림까지 가는 길을 천천히 따라가기`,
          source: `${excerpt}\n\n<!--more-->\n\n나머지.${image}`,
          by: [number % 2],
          tags: number % 2 === 0 ? [0, 1] : [0],
        });
      }
    }
  }
  const hard = { category: 'algorithm', tags: [2], by: [] } as const;
  samples.push(
    {
      ...hard,
      slug: 'long',
      day: `${LAST}-02-01`,
      title: '끝없는 제목 '.repeat(43).slice(0, 300),
      source: excerpt,
      by: [],
      tags: [2],
    },
    {
      ...hard,
      slug: 'word',
      day: `${LAST}-03-01`,
      title: 'W'.repeat(200),
      source: `${'x'.repeat(200)}\n\n![그림](${wide})`,
      by: [2],
      tags: [2],
    },
    {
      ...hard,
      slug: 'nobody',
      day: `${LAST}-04-01`,
      title: '아무도 쓰지 않은 글',
      source: excerpt,
      by: [],
      tags: [2],
    },
  );
  for (const sample of samples) await transaction((tx) => write(tx, sample));
  await transaction(async (tx) => {
    await ensureCategory(tx, actor, { slug: 'empty', names: { ko: '빈 분류', en: 'Empty' } });
    await authorOf(tx, '아직 없음');
    // Who left keeps the posts.
    const left = await authorOf(tx, authors[2] ?? '');
    await tx.member.update({ where: { id: left }, data: { state: 'suspended' } });
  });
} finally {
  await closeDatabase();
}
