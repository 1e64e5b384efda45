import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { readFrontMatter } from '@/lib/writing';

/** Changes nothing; a POST because a text would not fit a query. */
export const POST = memberEndpoint({
  body: z.object({ text: z.string().max(1_000_000) }),
  run: ({ viewer, params, body }) => readFrontMatter(viewer, params.id ?? '', body.text),
});
