import { runsOf, wordTerms } from './analyse';
import { ASKING, ENDINGS } from './korean-endings';

/** One word of a question. */
export interface QueryWord {
  kind: 'syllables' | 'word';
  /** As it was typed, folded. */
  text: string;
  /** One of these is to be there: as it was typed, and without its ending. */
  forms: string[];
  /** Belongs to the sentence rather than to what is looked for; texts without it are found too. */
  isOptional: boolean;
}

/** What is looked for. */
export interface Question {
  words: QueryWord[];
  /** What has to stand as it was typed between quotation marks: words, in order. */
  phrases: QueryWord[][];
  /** What must not be there. */
  excluded: QueryWord[];
}

/** Longest question, in UTF-16 units; what comes after is not read. */
const LONGEST = 400;
const MOST_WORDS = 12;
/** A stem of one syllable would find everything. */
const SHORTEST_STEM = 2;
/** Without the last ending, the one before, the one before that: `모델들에서는`. */
const MOST_FORMS = 4;

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const EXCLUDED = /(^|\s)[-−]([\p{L}\p{N}][^\s"]*)/gu;

/** @param text as a person typed it; anything goes. @returns no words where nothing can be looked for. */
export function parseQuestion(text: string): Question {
  const phrases: QueryWord[][] = [];
  const excluded: QueryWord[] = [];
  const open = text
    .slice(0, LONGEST)
    .replace(QUOTED, (_, phrase: string) => {
      const words = wordsOf(phrase).map((word) => ({ ...word, forms: [word.text], isOptional: false }));
      if (words.length > 0) phrases.push(words);
      return ' \n ';
    })
    .replace(EXCLUDED, (_, space: string, word: string) => {
      excluded.push(...wordsOf(word).map((it) => ({ ...it, forms: [it.text] })));
      return space;
    });
  const words = [...phrases.flat(), ...wordsOf(open)].slice(0, MOST_WORDS);
  const isOptional = words.every((word) => word.isOptional)
    ? () => false
    : (word: QueryWord) => word.isOptional;
  return { words: words.map((word) => ({ ...word, isOptional: isOptional(word) })), phrases, excluded };
}

function wordsOf(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  let isBehindWord = false;
  const known = new Set<string>();
  for (const run of runsOf(text)) {
    if (words.length >= MOST_WORDS) break;
    if (run.kind === 'break') continue;
    const isParticle = isBehindWord && run.kind === 'syllables' && ENDINGS.has(run.text);
    isBehindWord = run.kind === 'word';
    // `GAN을`: what follows a foreign word as a particle is none itself.
    if (isParticle || known.has(run.text)) continue;
    known.add(run.text);
    if (run.kind === 'syllables') words.push(syllableWord(run.text));
    else if (wordTerms(run.text).length > 0) {
      words.push({ kind: 'word', text: run.text, forms: [run.text], isOptional: SMALL_WORDS.has(run.text) });
    }
  }
  return words;
}

function syllableWord(text: string): QueryWord {
  const forms = [text];
  for (
    let form = withoutEnding(text);
    form !== null && forms.length < MOST_FORMS;
    form = withoutEnding(form)
  ) {
    forms.push(form);
  }
  return { kind: 'syllables', text, forms, isOptional: forms.some((form) => ASKING.has(form)) };
}

function withoutEnding(word: string): string | null {
  const syllables = [...word];
  for (let length = Math.min(4, syllables.length - SHORTEST_STEM); length > 0; length -= 1) {
    if (ENDINGS.has(syllables.slice(-length).join(''))) return syllables.slice(0, -length).join('');
  }
  return null;
}

/** Words of English sentences that say nothing of what is looked for. */
const SMALL_WORDS = new Set(
  (
    'a an the of for in on to with by from at as and or is are was were be do does did how what why when which who ' +
    'it its this that these those can could should would i we you my your our about into than then vs using use ' +
    'explain explained explanation review summary paper papers post posts introduction intro'
  ).split(' '),
);
