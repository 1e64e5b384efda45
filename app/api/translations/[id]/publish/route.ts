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
    note: z.string().max(300).optional(),
  }),
  run: ({ viewer, params, body: { draftVersion, at, note = '' } }) =>
    publishNow(viewer, params.id ?? '', { draftVersion, at: at ?? null, note }),
});
