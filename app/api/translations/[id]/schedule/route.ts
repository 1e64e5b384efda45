import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { schedule } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({
    draftVersion: z.int().min(0),
    at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  }),
  run: ({ viewer, params, body }) => schedule(viewer, params.id ?? '', body),
});
