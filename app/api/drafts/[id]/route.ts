import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { readDraft, saveDraft } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => readDraft(viewer, params.id ?? '') });

export const PUT = memberEndpoint({
  body: z.object({
    title: z.string(),
    summary: z.string(),
    source: z.string(),
    baseVersion: z.int().min(0),
    saveKey: z.string().min(1).max(100),
  }),
  run: ({ viewer, body, params }) => saveDraft(viewer, params.id ?? '', body),
});
