import { closeDatabase, openDatabase } from '@/lib/db';
import { quickFind, searchPosts } from '@/lib/posts';
import type { SearchTimes } from './figures';
import { fillForSearch } from './search-corpus';

const everything = { language: null, category: null, author: null, year: null };
type Filters = Parameters<typeof searchPosts>[2];

/** What is asked: name, question, filters, page. */
const SEARCHES: readonly [string, string, Partial<Filters>?, number?][] = [
  ['rare word, Korean', '가로등불빛'],
  ['rare word, English', 'zephyrine'],
  ['very common word, Korean', '모델'],
  ['very common word, English', 'model'],
  ['one syllable', '가'],
  ['beginning of a word', 'spectr'],
  ['misspelt word', 'represntation'],
  ['two common words', '손실 함수 그래프'],
  ['five words', 'attention map decoder latent variable'],
  ['with an ending', '데이터에서는'],
  ['phrase', '"손실 함수"'],
  ['without a word', '모델 -그래프'],
  ['filter: language', '모델', { language: 'ko' }],
  ['filter: category, year', '데이터', { category: 'ai', year: 2020 }],
  ['filter: author', 'model', { author: 'ada-kwon' }],
  ['some of the words', '가로등불빛 zephyrine 모델'],
  ['misspelt Korean', '그래디언투 모델'],
  ['page 30', '모델', {}, 30],
  ['page 90', 'model', {}, 90],
  ['nothing', '쀍뷁쒧'],
];

const QUICK: readonly [string, string][] = [
  ['quick: one letter', 'm'],
  ['quick: initial consonants', 'ㅁㄷ'],
  ['quick: half-composed', '손실 함ㅅ'],
  ['quick: common word', '모델'],
  ['quick: number', '777'],
  ['quick: author', 'ada'],
  ['quick: other keyboard layout', 'ahepf'],
  ['quick: nothing', 'qqqqqq'],
];

const ROUNDS = 25;
const WARM_UP = 2;

/**
 * What a question costs in the library itself, without HTTP, in a database of so many posts.
 *
 * @param databaseUrl of an empty database; it is filled.
 */
export async function measureSearch(
  posts: number,
  databaseUrl: string,
  say: (text: string) => void,
): Promise<SearchTimes> {
  await openDatabase(databaseUrl);
  try {
    say(`${posts} posts: writing and indexing`);
    const indexing = await fillForSearch(posts);
    say(`${posts} posts: asking`);
    const asked = [
      ...SEARCHES.map(([name, question, filters = {}, page = 1]) => ({
        name,
        ask: () => searchPosts(question, 'ko', { ...everything, ...filters }, page),
      })),
      ...QUICK.map(([name, question]) => ({ name, ask: () => quickFind(question, 'ko') })),
    ];
    const times: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      for (const { name, ask } of asked) {
        const from = performance.now();
        await ask();
        const took = performance.now() - from;
        if (round >= WARM_UP) (times[name] ??= []).push(took);
      }
    }
    return { posts, indexing, times };
  } finally {
    await closeDatabase();
  }
}
