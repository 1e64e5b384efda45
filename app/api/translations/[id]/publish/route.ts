import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { publishNow } from '@/lib/writing';

export const POST = memberEndpoint({
  body: z.object({
    draftVersion: z.int().min(0),
    at: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .nullish(),
  }),
  run: ({ viewer, params, body }) => publishNow(viewer, params.id ?? '', { ...body, at: body.at ?? null }),
});
