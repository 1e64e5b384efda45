import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { requestReview } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({ draftVersion: z.int().min(0) }),
  run: ({ viewer, params, body }) => requestReview(viewer, params.id ?? '', body),
});
