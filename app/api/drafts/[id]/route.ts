import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { readDraft, saveDraft } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => readDraft(viewer, params.id ?? '') });

const text = { title: z.string(), summary: z.string(), source: z.string() };

export const PUT = memberEndpoint({
  body: z.object({
    ...text,
    baseVersion: z.int().min(0),
    saveKey: z.string().regex(/^[\w-]{1,100}$/),
    asides: z.array(z.object(text)).max(10).optional(),
    isApart: z.boolean().optional(),
    memberId: z.string().max(100).optional(),
  }),
  run: ({ viewer, body, params }) => saveDraft(viewer, params.id ?? '', body),
});
