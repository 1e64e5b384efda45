'use client';

import type { FrontMatterOfferProps } from './types';

/** Front matter that was pasted with a text, offered as details of the post. */
export function FrontMatterOffer({ text }: FrontMatterOfferProps) {
  return <div className="notice">{text}</div>;
}
