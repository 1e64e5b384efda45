import { diff3MergeRegions } from 'node-diff3';
import type { DraftText } from './types';

/** A stretch of the merged text: agreed, or one that a person has to look at because both sides changed it. */
export type Stretch = { isAgreed: true; text: string } | { isAgreed: false; place: Place };

/** A place that both sides changed, each in its own way. */
export interface Place {
  base: string;
  mine: string;
  theirs: string;
  /** Both changes together, where they do not touch the same words; otherwise null. */
  together: string | null;
  /** 1-based line of each side at which the place begins. */
  mineLine: number;
  theirsLine: number;
}

/** What can be made of a place. */
export type Choice = 'together' | 'mine' | 'theirs' | 'both';

/**
 * How many comparisons of equal pieces may be made; texts in which the same lines stand thousands of times would take
 * seconds, and are one place instead.
 */
const MOST_PAIRS = 2_000_000;

/** One line to each piece; joined, they are the text again. */
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+|\n|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
const characters = (text: string) => [...text];

/**
 * Merges two texts that came from one, line by line, and within a place that both changed word by word. What only one
 * side changed, or both in the same way, is taken as it is.
 */
export function merge(base: string, mine: string, theirs: string): Stretch[] {
  const result: Stretch[] = [];
  const agree = (text: string) => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.isAgreed) last.text += text;
    else result.push({ isAgreed: true, text });
  };
  for (const region of regions(lines(base), lines(mine), lines(theirs))) {
    if ('text' in region) agree(region.text);
    else {
      const together = mergeWithin(region, words) ?? mergeWithin(region, characters);
      result.push({ isAgreed: false, place: { ...region, together } });
    }
  }
  return result;
}

/** @returns what a place becomes. */
export function chosen(place: Place, choice: Choice): string {
  switch (choice) {
    case 'together':
      return place.together ?? chosen(place, 'both');
    case 'mine':
      return place.mine;
    case 'theirs':
      return place.theirs;
    case 'both': {
      const isJoint = place.theirs === '' || place.theirs.endsWith('\n');
      return `${place.theirs}${isJoint ? '' : '\n'}${place.mine}`;
    }
  }
}

/** What is proposed at first: nothing of either side is left out. */
export function proposal(place: Place): Choice {
  return place.together === null ? 'both' : 'together';
}

/** @returns a field of one line, such as the title, that is merged as a whole: one side where only one changed it. */
export function mergeField(
  conflict: Record<'base' | 'mine' | 'theirs', DraftText>,
  field: 'title' | 'summary',
) {
  const [base, mine, theirs] = [conflict.base[field], conflict.mine[field], conflict.theirs[field]];
  const isContested = mine !== theirs && mine !== base && theirs !== base;
  return { mine, theirs, isContested, result: mine === base ? theirs : mine };
}

type Region = { text: string } | Omit<Place, 'together'>;

function mergeWithin(
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', string>,
  cut: (text: string) => string[],
): string | null {
  // Two insertions at one place are in no order.
  if (base === '') return null;
  let result = '';
  for (const region of regions(cut(base), cut(mine), cut(theirs))) {
    if (!('text' in region)) return null;
    result += region.text;
  }
  return result;
}

/** What node-diff3, which has no types of its own, gives. */
type Diff3Region =
  | { stable: true; bufferContent: string[] }
  | {
      stable: false;
      aStart: number;
      bStart: number;
      aContent: string[];
      oContent: string[];
      bContent: string[];
    };

function* regions(base: string[], mine: string[], theirs: string[]): Generator<Region> {
  const shortest = Math.min(base.length, mine.length, theirs.length);
  let start = 0;
  while (start < shortest && base[start] === mine[start] && base[start] === theirs[start]) start += 1;
  let end = 0;
  const fromEnd = (pieces: string[]) => pieces[pieces.length - 1 - end];
  while (end < shortest - start && fromEnd(base) === fromEnd(mine) && fromEnd(base) === fromEnd(theirs))
    end += 1;

  const middle = (pieces: string[]) => pieces.slice(start, pieces.length - end);
  const [o, a, b] = [middle(base), middle(mine), middle(theirs)];
  const compared: Diff3Region[] =
    pairs(o, a) + pairs(o, b) > MOST_PAIRS
      ? [{ stable: false, aStart: 0, bStart: 0, aContent: a, oContent: o, bContent: b }]
      : diff3MergeRegions(a, o, b);

  yield { text: base.slice(0, start).join('') };
  for (const region of compared) {
    if (region.stable) {
      yield { text: region.bufferContent.join('') };
      continue;
    }
    const [ours, before, others] = [region.aContent, region.oContent, region.bContent].map((it) =>
      it.join(''),
    );
    if (ours === undefined || before === undefined || others === undefined) continue;
    // Changed by one side alone, or by both alike.
    if (ours === before || ours === others) yield { text: others };
    else if (others === before) yield { text: ours };
    else {
      const mineLine = start + region.aStart + 1;
      const theirsLine = start + region.bStart + 1;
      yield { base: before, mine: ours, theirs: others, mineLine, theirsLine };
    }
  }
  yield { text: base.slice(base.length - end).join('') };
}

/** @returns how many pairs of equal pieces there are, which is what comparing costs. */
function pairs(a: string[], b: string[]): number {
  const counts = new Map<string, number>();
  for (const piece of a) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return b.reduce((sum, piece) => sum + (counts.get(piece) ?? 0), 0);
}
