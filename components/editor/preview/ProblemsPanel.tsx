'use client';

import type { PreviewStore } from './types';

/** Everything that the author should know, by line; choosing one leads to its place. */
export function ProblemsPanel({ store }: { store: PreviewStore }) {
  void store;
  return null;
}

/** How many problems there are, for the status line; announced politely once typing rests. */
export function ProblemCount({ store, onOpen }: { store: PreviewStore; onOpen?: () => void }) {
  void store;
  void onOpen;
  return null;
}
