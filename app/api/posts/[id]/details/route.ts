import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { saveDetails } from '@/lib/writing';

const id = z.string().max(100);

const details = z.object({
  categoryId: id.nullable(),
  month: z.string().max(7).nullable(),
  slug: z.string().max(200),
  tags: z.array(z.string().max(200)).max(100),
  authorIds: z.array(id).max(100),
  paperIds: z.array(z.string().max(200)).max(200),
  leadMediaId: id.nullable(),
  publishedAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable(),
  version: z.int().min(0),
});

export const PUT = memberEndpoint({
  body: details,
  run: ({ viewer, body, params }) => saveDetails(viewer, params.id ?? '', body),
});
