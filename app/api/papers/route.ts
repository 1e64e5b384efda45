import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { addPaper, findPapers } from '@/lib/papers';
import { paperInput } from './input';

/** Papers that this blog knows, by what is typed so far. */
export const GET = memberEndpoint({
  query: z.object({ q: z.string().max(5_000) }),
  run: ({ viewer, query }) => findPapers(viewer, query.q),
});

export const POST = memberEndpoint({
  body: paperInput.extend({ isDistinct: z.boolean().optional() }),
  run: ({ viewer, body: { isDistinct = false, ...paper } }) => addPaper(viewer, paper, { isDistinct }),
});
