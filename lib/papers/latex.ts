// Text out of BibTeX: accents and letters that LaTeX writes by commands. Pure.

/** Commands that put an accent on the letter after them, as combining marks. */
const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
  b: '\u0331',
};

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textquoteright: '’',
  textquoteleft: '‘',
};

const accented = (command: string, letter: string): string =>
  `${letter === 'ı' || letter === '\\i' ? 'i' : letter === 'ȷ' || letter === '\\j' ? 'j' : letter}${ACCENTS[command] ?? ''}`.normalize(
    'NFC',
  );

/** @returns what LaTeX would print, on one line; formulas between `$` stay as they are written. */
export function plainText(latex: string): string {
  return latex
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) => (index % 2 === 1 ? part : plainPart(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainPart(text: string): string {
  return text
    .replace(/\\(["'`^~=.])\s*\{?\s*(\\[ij]|\p{L})(?:\s*\})?/gu, (_, accent: string, letter: string) =>
      accented(accent, letter),
    )
    .replace(
      /\\([uvHckrdb])(?:\s+|\s*\{)\s*(\\[ij]|\p{L})(?:\s*\})?/gu,
      (_, accent: string, letter: string) => accented(accent, letter),
    )
    .replace(
      /\\([A-Za-z]+)\s*(?:\{\})?/g,
      (whole, name: string) => LETTERS[name] ?? (/\{\}$/.test(whole) ? '' : ' '),
    )
    .replace(/\\([&%$#_{} ])/g, '\u0000$1')
    .replace(/\\[,;:!/-]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/~/g, ' ')
    .replace(/``|''/g, '"')
    .replace(/(?<!\0)[{}]/g, '')
    .replaceAll('\u0000', '');
}

/** @returns parts of a list of names, which `and` divides where it stands outside of braces. */
export function nameList(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const word of value.split(/(\s+)/)) {
    if (depth === 0 && word.toLowerCase() === 'and') {
      names.push(name);
      name = '';
    } else name += word;
    depth += word.split('{').length - word.split('}').length;
  }
  return [...names, name]
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.toLowerCase() !== 'others')
    .map(givenFirst)
    .map(plainText)
    .filter(Boolean);
}

/** `Radford, Alec` as a paper prints it; a name in braces is one whole. */
function givenFirst(name: string): string {
  if (name.startsWith('{') && name.endsWith('}')) return name;
  const [family = '', ...given] = name.split(/,\s*/);
  if (given.length === 0) return name;
  // `King, Jr., Martin Luther`
  const [suffix, first] = given.length > 1 ? [given[0] ?? '', given[1] ?? ''] : ['', given[0] ?? ''];
  return [first, family, suffix].filter(Boolean).join(' ');
}
