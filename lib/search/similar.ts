import { db } from '@/lib/db';
import { vocabularyOf } from './analyse';
import { choicesOf, countUpTo, oncePerPost, propose } from './find';
import { parseQuestion } from './question';
import { sourceText } from './source-text';
import type { SearchHit } from './types';

/** A word that more texts have tells nothing of what a text is about; it also bounds what a question looks at. */
export const MOST_COMMON = 200;
/** The same on a small blog: the share of texts, and a number that is always few. */
const COMMON_SHARE = 0.2;
const ALWAYS_FEW = 3;
/** Words of title and headings whose rarity is asked for; and of these, how many texts are looked for by. */
const MOST_CANDIDATES = 16;
const MOST_WORDS = 6;

/** Telling words of a text: of title and headings, first those of the title, then by how often the text says them. */
function candidates(title: string, source: string): { text: string; form: string[] }[] {
  const { headings, body } = sourceText(source);
  const words = new Map<string, { form: string[]; weight: number; text: string }>();
  const add = (text: string, weight: number) => {
    for (const line of text.split('\n').slice(0, 40)) {
      for (const word of parseQuestion(line).words) {
        // The form without its endings is the name of the thing.
        const name = word.kind === 'syllables' ? (word.forms.at(-1) ?? word.text) : word.text;
        const [form = []] = choicesOf(word, [name]);
        const key = form.join(' ');
        if (form.length === 0 || Array.from(name).length < 2) continue;
        const known = words.get(key);
        words.set(key, { form, text: name, weight: (known?.weight ?? 0) + weight });
      }
    }
  };
  add(title, 4);
  add(headings.join('\n'), 1);
  const said = body.toLowerCase();
  const written = vocabularyOf(body);
  return [...words.values()]
    .map(({ form, text, weight }) => {
      const times = /^[a-z]+$/.test(text) && !written.has(text) ? 0 : said.split(text).length - 1;
      return { form, text, weight: weight + Math.log2(1 + times) };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CANDIDATES);
}

/**
 * Public texts that share at least two telling words with a text: words of its title and headings that few texts have.
 * At most three queries, none of which looks at more texts than {@link MOST_COMMON} for a word, however many there are.
 *
 * @returns best first, at most `limit`; the text itself may be among them.
 */
export async function findSimilar(
  { title, source }: { title: string; source: string },
  language: string,
  limit: number,
): Promise<SearchHit[]> {
  const words = candidates(title, source);
  if (words.length < 2) return [];
  const last = await db().searchEntry.aggregate({ _max: { number: true } });
  const common = Math.min(MOST_COMMON, Math.max(ALWAYS_FEW, (last._max.number ?? 0) * COMMON_SHARE));
  const counts = await countUpTo(
    words.map(({ form }) => form),
    MOST_COMMON + 1,
  );
  const telling = words
    .map((word, index) => ({ ...word, texts: counts[index] ?? 0 }))
    .filter(({ texts }) => texts > 1 && texts <= common)
    .slice(0, MOST_WORDS);
  const pairs = telling.flatMap((one, index) =>
    telling
      .slice(index + 1)
      // What is part of the other says the same twice.
      .filter((other) => !one.text.includes(other.text) && !other.text.includes(one.text))
      .map((other) => [...one.form, ...other.form]),
  );
  if (pairs.length === 0) return [];
  const anywhere = { language: null, categoryId: null, memberId: null, year: null };
  const found = await propose({ words: [pairs], excluded: [], isAny: false }, anywhere, limit);
  return oncePerPost(found, language);
}
