import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { beginPost } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({
    kind: z.enum(['post', 'page']).default('post'),
    language: z.string().max(10),
    categoryId: z.string().max(100).nullish(),
  }),
  run: ({ viewer, body }) => beginPost(viewer, { ...body, categoryId: body.categoryId ?? null }),
});
