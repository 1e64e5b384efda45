'use client';

import type { DetailsPanelProps } from './types';

/** Everything about a post that is not its text, as a form. */
export function DetailsPanel(props: DetailsPanelProps) {
  return <section className="details" data-post={props.view.postId} />;
}
