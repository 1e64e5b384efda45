import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { returnToWriter } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({ note: z.string() }),
  run: ({ viewer, params, body }) => returnToWriter(viewer, params.id ?? '', body.note),
});
