import { transaction } from '@/lib/db';
import { completeIndex } from '@/lib/posts';
import { createRandom, type Random } from './random';
import { heading, sentence, type CorpusLanguage } from './words';

const SEED = 20_240_611;
const KOREAN = 0.7;
const DAY = 86_400_000;
const NEWEST = Date.UTC(2024, 5, 28);
/** Rows of one statement. */
const BATCH = 50;

/** Words that very few posts have, as names of methods are. */
const RARE = { ko: '가로등불빛', en: 'zephyrine' } as const;
/** One post of so many has a rare word. */
const RARITY = 500;

/**
 * Fills the open, empty database with posts as they are after an import, unrendered, since the search needs no more, and
 * completes the index as an upgrade does.
 *
 * @returns seconds that the index took.
 */
export async function fillForSearch(size: number): Promise<number> {
  const random = createRandom(SEED);
  const named = (slug: string) => ({ id: `c-${slug}`, slug, names: { ko: slug, en: slug } });
  const categories = ['ai', 'algorithm', 'systems', 'security'].map(named);
  const tags = ['speech', 'vision', 'diffusion', '생성-모델', '음성-인식', '강화-학습', '그래프'].map(named);
  const people = ['김하늘', '이도윤', '박서연', '최민준', 'Ada Kwon', 'Jun Park', 'Mina Lee', 'Theo Han'];
  const members = people.map((name, index) => ({
    ...{ id: `m-${index}`, handle: name.toLowerCase().replace(' ', '-') },
    ...{ names: { ko: name }, about: {}, links: [] },
  }));
  await transaction(async (tx) => {
    await tx.category.createMany({ data: categories.map((it) => ({ ...it, descriptions: {} })) });
    await tx.tag.createMany({ data: tags });
    await tx.member.createMany({ data: members });
  });
  for (let start = 0; start < size; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, size - start) }, (_, index) => start + index);
    const posts = numbers.map((number) => postOf(random, number, size));
    await transaction(async (tx) => {
      await tx.post.createMany({ data: posts.map(({ post }) => post) });
      await tx.postAuthor.createMany({
        data: posts.map(({ post }) => ({
          ...{ postId: post.id, position: 0 },
          memberId: random.pick(members).id,
        })),
      });
      await tx.postTag.createMany({
        data: posts.map(({ post }) => ({ postId: post.id, tagId: random.pick(tags).id })),
      });
      await tx.translation.createMany({ data: posts.map(({ translation }) => translation) });
      await tx.revision.createMany({ data: posts.map(({ revision }) => revision) });
      for (const { translation, revision } of posts) {
        await tx.translation.update({
          where: { id: translation.id },
          data: { publishedRevisionId: revision.id },
        });
      }
    });
  }
  const from = performance.now();
  await completeIndex();
  return (performance.now() - from) / 1000;
}

function postOf(random: Random, number: number, size: number) {
  const language: CorpusLanguage = random.chance(KOREAN) ? 'ko' : 'en';
  const category = random.pick(['ai', 'algorithm', 'systems', 'security']);
  // Ten years, whatever the size.
  const at = new Date(NEWEST - ((size - number) / size) * 3650 * DAY);
  const month = at.toISOString().slice(0, 7);
  const slug = `post-${number}`;
  const path = `/${category}/${month}/${slug}/`;
  const [id, translationId, revisionId] = [`p-${number}`, `t-${number}`, `r-${number}`];
  const common = { publishedAt: at, createdAt: at };
  return {
    post: {
      ...{ id, categoryId: `c-${category}`, month, slug, path, originalLanguage: language },
      ...{ guid: `urn:bench:${number}`, listedAt: at, macros: {}, ...common },
    },
    translation: {
      ...{ id: translationId, postId: id, language, state: 'published' as const },
      ...{ publishedAt: at, revisedAt: at },
    },
    revision: {
      ...{ id: revisionId, translationId, number: 1, createdAt: at, reason: 'publish' },
      title: `${heading(random, language)} ${number}`,
      source: sourceOf(random, language, number),
    },
  };
}

function sourceOf(random: Random, language: CorpusLanguage, number: number): string {
  const paragraph = () =>
    Array.from({ length: random.between(3, 6) }, () => sentence(random, language)).join(' ');
  const parts = Array.from(
    { length: random.between(2, 4) },
    () => `## ${heading(random, language)}\n\n${paragraph()}\n\n${paragraph()}`,
  );
  const rare = number % RARITY === 7 ? `\n\n${RARE[language]} ${sentence(random, language)}` : '';
  return `${paragraph()}\n\n${parts.join('\n\n')}${rare}\n`;
}
