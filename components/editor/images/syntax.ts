/** An image as a source writes it. */
export interface ImageInText {
  from: number;
  to: number;
  /** As it is written, without angle brackets. */
  src: string;
  /** Words instead of it, without escapes. */
  alt: string;
  /** Words below it, Markdown allowed; empty for none. */
  caption: string;
  /** `50%`, `320px`, `320`; empty for its own. */
  width: string;
  /** Whether nothing else is in its paragraph, so that it can have a caption. */
  isAlone: boolean;
  /** Attributes that the dialog does not know, as they are written. */
  rest: string;
}

// Everything is bounded, so that no text takes longer than in proportion to its length.
const MARKDOWN =
  /!\[((?:\\.|[^\]\\\n]|\](?!\()){0,1000})\]\([ \t]{0,9}(<[^>\n]{0,2000}>|(?:\\.|[^\s()\\<]|\([^\s()]{0,200}\)){1,2000})(?:[ \t]{1,9}("(?:\\.|[^"\\\n]){0,2000}"|'(?:\\.|[^'\\\n]){0,2000}'))?[ \t]{0,9}\)/g;
const FIGURE =
  /<figure>\s{0,9}<img\b([^<>]{0,4000})>\s{0,9}<figcaption>((?:(?!<\/?fig)[\s\S]){0,4000})<\/figcaption>\s{0,9}<\/figure>/gi;
const ELEMENT = /<img\b([^<>]{0,4000})>/gi;
const ATTRIBUTE = /([a-z-]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
/** Characters around an image that tell whether it is alone. */
const AROUND = 2_000;

/** Finds the images of a text, in order. Those in code are found as well; whoever changes one chose it. */
export function imagesIn(text: string): ImageInText[] {
  const found: ImageInText[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const image = fromElement(match.index, match[0], match[1] ?? '');
    found.push({ ...image, caption: decoded((match[2] ?? '').trim()), isAlone: true });
  }
  const figures = found.length;
  let figure = 0;
  for (const match of text.matchAll(ELEMENT)) {
    // Both are in order: one of the figures may begin before this and end after it.
    while (figure < figures && (found[figure]?.to ?? 0) <= match.index) figure += 1;
    if (figure < figures && (found[figure]?.from ?? 0) <= match.index) continue;
    const image = fromElement(match.index, match[0], match[1] ?? '');
    found.push({ ...image, isAlone: isAlone(text, image.from, image.to) });
  }
  for (const match of text.matchAll(MARKDOWN)) found.push(fromMarkdown(text, match));
  return found.sort((one, other) => one.from - other.from);
}

/** @returns the image that a place is in, or the only one on its line. */
export function imageAt(text: string, pos: number): ImageInText | null {
  const images = imagesIn(text);
  const around = images.find(({ from, to }) => pos >= from && pos <= to);
  if (around) return around;
  const start = text.lastIndexOf('\n', pos - 1) + 1;
  const end = text.indexOf('\n', pos) < 0 ? text.length : text.indexOf('\n', pos);
  const onLine = images.filter(({ from, to }) => from < end && to > start);
  return onLine.length === 1 ? (onLine[0] ?? null) : null;
}

function fromMarkdown(text: string, match: RegExpExecArray): ImageInText {
  const [whole, alt = '', address = '', title = ''] = match;
  const from = match.index;
  let to = from + whole.length;
  let caption = unescaped(title.slice(1, -1));
  const below = /^[ \t]*\n[ \t]*(?:\*(?!\*)([^*\n]+)\*|_(?!_)([^_\n]+)_)[ \t]*(?=\n[ \t]*\n|\n?$)/.exec(
    text.slice(to, to + AROUND),
  );
  if (below && caption === '' && startsParagraph(text, from)) {
    caption = below[1] ?? below[2] ?? '';
    to += below[0].length;
  }
  return {
    from,
    to,
    src: address.startsWith('<') ? address.slice(1, -1) : address,
    alt: unescaped(alt),
    caption,
    width: '',
    isAlone: isAlone(text, from, to),
    rest: '',
  };
}

function fromElement(from: number, whole: string, attributes: string): Omit<ImageInText, 'isAlone'> {
  const known: Record<string, string> = {};
  const rest: string[] = [];
  for (const [written, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (['src', 'alt', 'title', 'width'].includes(key)) {
      known[key] = decoded(value.replace(/^(["'])(.*)\1$/s, '$2'));
    } else rest.push(written);
  }
  const { src = '', alt = '', title = '', width = '' } = known;
  return { from, to: from + whole.length, src, alt, caption: title, width, rest: rest.join(' ') };
}

function startsParagraph(text: string, from: number): boolean {
  let at = from;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  if (at === 0) return true;
  if (text[at - 1] !== '\n') return false;
  at -= 1;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at === 0 || text[at - 1] === '\n';
}

function isAlone(text: string, from: number, to: number): boolean {
  return startsParagraph(text, from) && /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(text.slice(to, to + AROUND));
}

/** What a person chose for an image. */
export type ImageFacts = Pick<ImageInText, 'src' | 'alt' | 'caption' | 'width' | 'rest'>;

/**
 * Writes an image in the shortest form that says it all: `![alt](src "caption")`; a caption with formulas or emphasis as
 * an emphasised line below; a width needs the element.
 */
export function writeImage({ src, alt, caption, width, rest }: ImageFacts): string {
  const words = oneLine(caption);
  const isRich = /[$`[\]<*_\\]/.test(words);
  if (width === '' && rest === '') {
    const address = /[\s()<>]/.test(src) ? `<${src}>` : src;
    const image = `![${escaped(oneLine(alt))}](${address}`;
    if (words === '') return `${image})`;
    if (!isRich) return `${image} "${words.replace(/["\\]/g, '\\$&')}")`;
    return `${image})\n${words.includes('*') ? `_${words}_` : `*${words}*`}`;
  }
  const size = width === '' ? '' : ` width="${attribute(width)}"`;
  const others = rest === '' ? '' : ` ${rest}`;
  const image = `<img src="${attribute(src)}" alt="${attribute(oneLine(alt))}"${size}${others}>`;
  if (words === '') return image;
  return isRich
    ? `<figure>\n${image}\n<figcaption>\n\n${words}\n\n</figcaption>\n</figure>`
    : `<figure>${image}<figcaption>${attribute(words)}</figcaption></figure>`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');
const escaped = (text: string): string => text.replace(/[\\[\]*_`<$]/g, '\\$&');
const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const attribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
