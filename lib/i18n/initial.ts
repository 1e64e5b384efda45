/** Initial consonants in Unicode's order, the doubled ones filed under their single letter as in dictionaries' thumb index. */
const initials = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

/** Under which letter an index files a word: initial consonant, capital letter, `0–9`, or `#` for anything else. */
export function indexInitial(word: string): string {
  const [first = ''] = word.normalize('NFC').trim();
  const code = first.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return initials.charAt(Math.floor((code - 0xac00) / 588));
  if (/\p{Nd}/u.test(first)) return '0–9';
  if (/\p{L}/u.test(first)) return first.normalize('NFD').charAt(0).toUpperCase();
  return '#';
}
