import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { restore } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({ draftVersion: z.int().min(0) }),
  run: ({ viewer, params, body }) => restore(viewer, params.id ?? '', body),
});
