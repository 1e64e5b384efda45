import { presentableDiff } from '@codemirror/merge';
import type { ReactNode } from 'react';

/** A short text, such as a title, with what went and what came marked in it. */
export function InlineDiff({ before, after, lang }: { before: string; after: string; lang?: string }) {
  const parts: ReactNode[] = [];
  let position = 0;
  for (const { fromA, toA, fromB, toB } of presentableDiff(before, after, { timeout: 100 })) {
    parts.push(after.slice(position, fromB));
    if (toA > fromA) parts.push(<del key={`d${fromA}`}>{before.slice(fromA, toA)}</del>);
    if (toB > fromB) parts.push(<ins key={`i${fromB}`}>{after.slice(fromB, toB)}</ins>);
    position = toB;
  }
  parts.push(after.slice(position));
  return (
    <span className="inline-diff" lang={lang}>
      {parts}
    </span>
  );
}
