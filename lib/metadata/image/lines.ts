/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks a word that is wider than a line where it must be; `overflow-wrap: anywhere`. */
function cut(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const more = measure(segment);
    if (part !== '' && used + more > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += segment;
    used += more;
  }
  return [...parts, part];
}

function fill(words: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((whole) => cut(whole, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Breaks a text between words, as the pages do (`word-break: keep-all`, `text-wrap: balance`): in as few lines as its
 * width needs, of about the same length.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const words = text.split(' ').filter(Boolean);
  const lines = fill(words, width, measure);
  if (lines.length < 2) return lines;
  let [narrow, wide] = [width / 2, width];
  let best = lines;
  for (let step = 0; step < 6; step += 1) {
    const middle = (narrow + wide) / 2;
    const tried = fill(words, middle, measure);
    if (tried.length > lines.length) narrow = middle;
    else {
      wide = middle;
      best = tried;
    }
  }
  return best;
}

/** @returns the text as long as it is not wider than `width`, otherwise its beginning and an ellipsis. */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${parts.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${parts.slice(0, low).join('').trimEnd()}…`;
}
