import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Context } from '../context';

/**
 * Curly quotes, dashes, ellipses and guillemets as Goldmark's typographer makes them, and line ends that Korean and
 * Japanese writing would not show as a space. Code, formulas, raw HTML and bare addresses stay as they are.
 */
export function typography(context: Context): (tree: Root) => void {
  return (tree) => {
    each(tree, (texts) => {
      joinLines(texts);
      if (context.options.typography !== false) curl(texts);
    });
  };
}

/** A text node, or something that is no text but stands between texts. */
type Run = Text | string;

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** Calls back with the runs of each block: quotes that open before an emphasis close after it. */
function each(node: Parents, callback: (runs: Run[]) => void): void {
  let runs: Run[] = [];
  const flush = () => {
    if (runs.length > 0) callback(runs);
    runs = [];
  };
  const collect = (child: Nodes) => {
    if (child.type === 'text') runs.push(child);
    else if (INLINE.has(child.type) && 'children' in child) {
      if (child.type === 'link' && isBare(child.url, child.children)) runs.push('a');
      else child.children.forEach(collect);
    } else if (child.type === 'break') runs.push('\n');
    else if (child.type === 'html') runs.push('');
    else if (!('children' in child)) runs.push('a');
    else {
      flush();
      each(child, callback);
    }
  };
  for (const child of node.children) {
    collect(child);
    if (!isPhrasing(child)) flush();
  }
  flush();
}

function isPhrasing(node: Nodes): boolean {
  return (
    node.type === 'text' ||
    node.type === 'inlineCode' ||
    node.type === 'inlineMath' ||
    node.type === 'break' ||
    node.type === 'image' ||
    node.type === 'html' ||
    node.type === 'footnoteReference' ||
    INLINE.has(node.type)
  );
}

function isBare(url: string, children: Nodes[]): boolean {
  const text = children.length === 1 && children[0]?.type === 'text' ? children[0].value : '';
  return text !== '' && url.endsWith(text);
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）！？，：；]$/u;
const STARTS_WITHOUT_SPACES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）！？，：；]/u;
// Particles that are no words of their own, so that a line that begins with one continues the word before.
const PARTICLE =
  /^(?:은|는|을|를|의|에서|에게|으로|까지|부터|처럼|라는|이라는|라고|이라고)(?=[\s.,;:!?)\]」』]|$)/;

/** Removes the line ends that a reader would see as a stray space. Between Korean words a space is right and stays. */
function joinLines(runs: Run[]): void {
  runs.forEach((run, index) => {
    if (typeof run === 'string' || !run.value.includes('\n')) return;
    run.value = run.value.replace(/[ \t]*\n[ \t]*/g, (whole, at: number) => {
      const before = run.value.slice(Math.max(0, at - 2), at) || lastOf(runs[index - 1]);
      const after = run.value.slice(at + whole.length, at + whole.length + 6);
      if (WITHOUT_SPACES.test(before) && STARTS_WITHOUT_SPACES.test(after)) return '';
      if (/\S$/.test(before) && PARTICLE.test(after)) return '';
      return '\n';
    });
  });
}

function lastOf(run: Run | undefined): string {
  if (run === undefined) return '';
  return typeof run === 'string' ? run : run.value.slice(-2);
}

const SPACE = /^\s?$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const WORD = /^[\p{L}\p{N}]$/u;

function curl(runs: Run[]): void {
  let openDouble = 0;
  let openSingle = 0;
  let before = '';
  runs.forEach((run, index) => {
    if (typeof run === 'string') {
      if (run !== '') before = run;
      return;
    }
    const value = run.value;
    if (!/['".<>-]/.test(value)) {
      before = value.at(-1) ?? before;
      return;
    }
    let out = '';
    for (let i = 0; i < value.length; i++) {
      const character = value[i]!;
      const previous = i > 0 ? value[i - 1]! : before;
      const rest = value.length - i;
      if (character === '.' && value.startsWith('...', i)) {
        out += '…';
        i += 2;
      } else if (character === '-' && value.startsWith('--', i)) {
        let length = 2;
        while (value[i + length] === '-') length++;
        const next = value[i + length] ?? '';
        // `--flag`, `-->` and rules drawn with hyphens are no dashes.
        const option = length === 2 && SPACE.test(previous) && /[A-Za-z]/.test(next);
        if (length > 3 || option || next === '>' || previous === '<' || previous === '!')
          out += '-'.repeat(length);
        else out += length === 3 ? '—' : '–';
        i += length - 1;
      } else if (character === '<' && value[i + 1] === '<') {
        out += '«';
        i++;
      } else if (character === '>' && value[i + 1] === '>') {
        out += '»';
        i++;
      } else if (character === '"' || character === "'") {
        const next = rest > 1 ? value[i + 1]! : firstOf(runs, index + 1);
        const { opens, closes } = flanking(previous, next);
        if (character === '"') {
          if (opens && !closes) {
            out += '“';
            openDouble++;
          } else if (closes && openDouble > 0) {
            out += '”';
            openDouble--;
          } else out += character;
        } else if (/^['’]?\d\d(?:s|년대)/.test(value.slice(i)) && opens && !closes) {
          out += '’';
        } else if (closes && openSingle > 0 && !(WORD.test(next) && /[A-Za-z]/.test(next))) {
          out += '’';
          openSingle--;
        } else if (WORD.test(previous)) {
          out += '’';
        } else if (opens && !closes) {
          out += '‘';
          openSingle++;
        } else out += character;
      } else out += character;
    }
    before = value.at(-1) ?? before;
    run.value = out;
  });
}

function firstOf(runs: Run[], from: number): string {
  for (let i = from; i < runs.length; i++) {
    const run = runs[i]!;
    const text = typeof run === 'string' ? run : run.value;
    if (text !== '') return text[0]!;
  }
  return '';
}

/** CommonMark's flanking, which Goldmark's typographer goes by. */
function flanking(before: string, after: string): { opens: boolean; closes: boolean } {
  const spaceBefore = SPACE.test(before);
  const spaceAfter = SPACE.test(after);
  const punctuationBefore = PUNCTUATION.test(before);
  const punctuationAfter = PUNCTUATION.test(after);
  return {
    opens: !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore),
    closes: !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter),
  };
}
