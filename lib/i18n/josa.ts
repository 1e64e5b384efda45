/** How a word ends when it is read aloud; `null` where the rule cannot tell (symbols, scripts it does not know). */
export type WordEnding = 'vowel' | 'rieul' | 'consonant' | null;

const closers = /[\s"'`*_~.,:;!?…·‘’“”」』》〉】〕}>]+$/u;
const bracketed = /\s*(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\])$/u;

const digitEndings: Record<string, WordEnding> = {
  0: 'consonant',
  1: 'rieul',
  2: 'vowel',
  3: 'consonant',
  4: 'vowel',
  5: 'vowel',
  6: 'consonant',
  7: 'rieul',
  8: 'rieul',
  9: 'vowel',
};

/** Names of the letters as Koreans read them: 엘, 엠, 엔, 알; all others end in a vowel. */
const letterEndings: Record<string, WordEnding> = { L: 'rieul', R: 'rieul', M: 'consonant', N: 'consonant' };

function hangulEnding(character: string): WordEnding {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
  }
  // Compatibility jamo are read by their names: 기역, 리을 …; vowels by their sound.
  if (character === 'ㄹ') return 'rieul';
  if (code >= 0x3131 && code <= 0x314e) return 'consonant';
  if (code >= 0x314f && code <= 0x3163) return 'vowel';
  return null;
}

function numberEnding(digits: string): WordEnding {
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  // 조 (10^12) is the only power in use whose name ends in a vowel.
  if (zeros >= 12 && zeros < 16 && zeros < digits.length) return 'vowel';
  return digitEndings[digits.at(-1) ?? ''] ?? null;
}

/** English words by the spelling of their end, as their usual Korean transcription has it: 넷, 스텝, 블록; 비트, 코드. */
function latinEnding(word: string): WordEnding {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const capitals = /[A-Z]+$/.exec(plain)?.[0] ?? '';
  if (plain.length === 1 || capitals.length > 1)
    return letterEndings[plain.slice(-1).toUpperCase()] ?? 'vowel';

  const lower = plain.toLowerCase();
  if (/(?:l|[^aeiou]le|[aeiou]le|lle)$/.test(lower)) return 'rieul';
  if (/(?:m|n|ng|[aeiou]me|[aeiou]ne)$/.test(lower)) return 'consonant';
  if (/(?:ck|ook|out)$/.test(lower)) return 'consonant';
  if (/(?:^|[^aeiou])[aeiouy][bckpt]$/.test(lower)) return 'consonant';
  return 'vowel';
}

/**
 * How `word` ends in speech. Closing quotes and punctuation are passed over; what stands in brackets after a word is
 * not read with it (`강조(emphasis)` ends as 강조), as the National Institute of Korean Language has it.
 */
export function wordEnding(word: string): WordEnding {
  let text = word.normalize('NFC').replace(closers, '');
  const before = text.replace(bracketed, '').replace(closers, '');
  text = before === '' ? text.replace(/[()（）[\]]+$/u, '').replace(closers, '') : before;

  const last = /.$/su.exec(text)?.[0] ?? '';
  if (last === '%' || last === '％') return 'vowel';
  const digits = /\d+$/.exec(text)?.[0];
  if (digits !== undefined) return numberEnding(digits);
  const latin = /[\p{Script=Latin}\p{M}]+$/u.exec(text)?.[0];
  if (latin !== undefined) return latinEnding(latin);
  return hangulEnding(last);
}

/**
 * The particle that `word` takes, of a pair written as in dictionaries: the form after a consonant, a slash, the form
 * after a vowel (`은/는`, `이/가`, `을/를`, `과/와`, `으로/로`). After ㄹ `으로` becomes `로`. Where the ending cannot
 * be told, both forms are given: `을(를)`, `(으)로`.
 */
export function josa(word: string, pair: string): string {
  const [afterConsonant = '', afterVowel = ''] = pair.split('/');
  const ending = wordEnding(word);
  const dropsEu = afterConsonant.startsWith('으');
  if (ending === null) return dropsEu ? `(으)${afterVowel}` : `${afterConsonant}(${afterVowel})`;
  if (ending === 'vowel' || (ending === 'rieul' && dropsEu)) return afterVowel;
  return afterConsonant;
}
