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

/** Quotes of a block that are open at a place. */
interface Open {
  double: number;
  single: number;
}

/** A sign and what stands around it, and how long the sign is. */
interface Sign {
  before: string;
  after: string;
  rest: string;
}

const SIGN = /\.{3}|-{2,}|<<|>>|["']/g;

function curl(runs: Run[]): void {
  const open: Open = { double: 0, single: 0 };
  let before = '';
  runs.forEach((run, index) => {
    if (typeof run === 'string') {
      before = run || before;
      return;
    }
    const { value } = run;
    const first = before;
    run.value = value.replace(SIGN, (sign, at: number) => {
      const rest = value.slice(at + sign.length, at + sign.length + 4);
      const around: Sign = {
        before: at > 0 ? value.charAt(at - 1) : first,
        after: rest === '' ? firstOf(runs, index + 1) : rest.charAt(0),
        rest,
      };
      if (sign === '"') return double(around, open);
      if (sign === "'") return single(around, open);
      if (sign.startsWith('-')) return dash(sign, around);
      return SYMBOLS[sign] ?? sign;
    });
    before = value.at(-1) ?? before;
  });
}

const SYMBOLS: Readonly<Record<string, string>> = { '...': '…', '<<': '«', '>>': '»' };

/** `--flag`, `-->` and rules that are drawn with hyphens are no dashes. */
function dash(sign: string, { before, after }: Sign): string {
  const option = sign.length === 2 && SPACE.test(before) && /[A-Za-z]/.test(after);
  if (sign.length > 3 || option || after === '>' || before === '<' || before === '!') return sign;
  return sign.length === 3 ? '—' : '–';
}

function double({ before, after }: Sign, open: Open): string {
  const { opens, closes } = flanking(before, after);
  if (opens && !closes) {
    open.double++;
    return '“';
  }
  // A Korean particle follows the closing quote without a space, so that it could open as well; it closes.
  if (closes && open.double > 0) {
    open.double--;
    return '”';
  }
  return '"';
}

function single({ before, after, rest }: Sign, open: Open): string {
  const { opens, closes } = flanking(before, after);
  if (opens && !closes) {
    if (/^\d\d(?:s|년)/.test(rest)) return '’';
    open.single++;
    return '‘';
  }
  const apostrophe = WORD.test(before) && /^[A-Za-z]$/.test(after);
  if (closes && open.single > 0 && !apostrophe) {
    open.single--;
    return '’';
  }
  return WORD.test(before) ? '’' : "'";
}

function firstOf(runs: Run[], from: number): string {
  for (const run of runs.slice(from, from + 4)) {
    const text = typeof run === 'string' ? run : run.value;
    if (text !== '') return text.charAt(0);
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
