import { z } from 'zod';

/** A paper as a form sends it; what is wrong with a field is said by lib/papers, in a sentence. */
export const paperInput = z.object({
  title: z.string().max(20_000),
  authors: z.array(z.string().max(2_000)).max(2_000),
  year: z.number().nullable(),
  venue: z.string().max(20_000),
  abstract: z.string().max(100_000),
  doi: z.string().max(5_000),
  arxivId: z.string().max(5_000),
  url: z.string().max(5_000),
});
