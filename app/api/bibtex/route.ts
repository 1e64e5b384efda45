import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { readBibtex } from '@/lib/papers';

/** What an entry of BibTeX says of a paper, for the form to be filled in with. */
export const POST = memberEndpoint({
  body: z.object({ text: z.string().max(100_000) }),
  run: ({ viewer, body }) => Promise.resolve(readBibtex(viewer, body.text)),
});
