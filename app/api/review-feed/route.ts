import { memberEndpoint } from '@/app/api/endpoint';
import { makeReviewFeed, revokeReviewFeed } from '@/lib/writing';

/** Makes the viewer's feed of drafts that wait for approval; its address is told this once. */
export const POST = memberEndpoint({ run: ({ viewer }) => makeReviewFeed(viewer) });

export const DELETE = memberEndpoint({ run: ({ viewer }) => revokeReviewFeed(viewer) });
