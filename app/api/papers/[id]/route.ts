import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { changePaper, knownPaper, removePaper } from '@/lib/papers';
import { paperInput } from '../input';

export const GET = memberEndpoint({
  run: ({ viewer, params }) => knownPaper(viewer, params.id ?? ''),
});

export const PUT = memberEndpoint({
  body: paperInput.extend({ version: z.int().min(0) }),
  run: ({ viewer, params, body: { version, ...paper } }) =>
    changePaper(viewer, params.id ?? '', paper, version),
});

export const DELETE = memberEndpoint({
  run: ({ viewer, params }) => removePaper(viewer, params.id ?? ''),
});
