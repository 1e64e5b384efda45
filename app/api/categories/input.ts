import { z } from 'zod';

const texts = z.record(z.string().max(10), z.string().max(5_000));

/** A category as the form sends it. */
export const categoryInput = z.object({ slug: z.string().max(500), names: texts, descriptions: texts });
