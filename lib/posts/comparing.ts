import { diffArrays } from 'diff';
import type { PublicChange } from './views';

/** A text as readers saw it. */
export interface PublicText {
  title: string;
  source: string;
}

/** A block of a source and the heading that it stands below. */
interface Block {
  text: string;
  section: string;
}

const FENCE = /^\s{0,3}(`{3,}|~{3,}|\$\$)/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
/** Milliseconds after which comparing is given up and everything counts as changed. */
const LIMIT = 200;

/** Blocks of Markdown: what empty lines divide; code and formulas between fences are one, a heading is one. */
function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let section = '';
  let fence: string | null = null;
  const end = () => {
    if (lines.length > 0) blocks.push({ text: lines.join('\n').trim(), section });
    lines = [];
  };
  for (const line of source.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null) {
      lines.push(line);
      if (mark?.startsWith(fence) || (fence === '$$' && line.trimEnd().endsWith('$$'))) {
        fence = null;
        end();
      }
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      end();
      section = plainHeading(heading[1] ?? '');
      lines.push(line);
      end();
    } else if (line.trim() === '' || line.trim() === '<!--more-->') end();
    else {
      const opens =
        mark !== null && !(mark === '$$' && line.trim().length > 2 && line.trimEnd().endsWith('$$'));
      if (opens) {
        end();
        fence = mark;
      }
      lines.push(line);
    }
  }
  end();
  return blocks;
}

/** A heading as it is read: without links, emphasis and attributes. */
function plainHeading(text: string): string {
  return text
    .replace(/\s*\{#[^}]*\}\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .trim();
}

/** @returns headings of a source, as they are read. */
export function sectionsOf(source: string): Set<string> {
  return new Set(blocksOf(source).flatMap(({ section }) => (section === '' ? [] : [section])));
}

/**
 * What differs between two texts, by blocks.
 *
 * @param kept headings that may be named; what was taken from readers is counted, and not told again.
 * @returns numbers of blocks; a stretch in which blocks were replaced counts as many changed ones as both sides have.
 */
export function compareTexts(
  before: PublicText,
  after: PublicText,
  kept: ReadonlySet<string>,
): Omit<PublicChange, 'at' | 'note'> {
  const [old, fresh] = [blocksOf(before.source), blocksOf(after.source)];
  const parts = diffArrays(
    old.map(({ text }) => text),
    fresh.map(({ text }) => text),
    { timeout: LIMIT },
  ) ?? [
    { added: false, removed: true, count: old.length },
    { added: true, removed: false, count: fresh.length },
  ];
  const sections = new Set<string>();
  const totals = { added: 0, changed: 0, removed: 0 };
  let [oldAt, freshAt, gone, come] = [0, 0, 0, 0];
  const settle = () => {
    const changed = Math.min(gone, come);
    totals.changed += changed;
    totals.removed += gone - changed;
    totals.added += come - changed;
    [gone, come] = [0, 0];
  };
  for (const { added, removed, count } of parts) {
    const touched = added
      ? fresh.slice(freshAt, freshAt + count)
      : removed
        ? old.slice(oldAt, oldAt + count)
        : [];
    for (const { section } of touched) if (kept.has(section)) sections.add(section);
    if (added) come += count;
    else if (removed) gone += count;
    else settle();
    if (!removed) freshAt += count;
    if (!added) oldAt += count;
  }
  settle();
  const order = [...kept];
  return {
    ...totals,
    isRenamed: before.title !== after.title,
    sections: [...sections].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  };
}
