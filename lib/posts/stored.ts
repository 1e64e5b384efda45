import { z } from 'zod';

// What JSON columns hold, parsed where it leaves the database.

export const outlineSchema = z.array(z.object({ id: z.string(), text: z.string(), level: z.number() }));

export const problemsSchema = z.array(
  z.object({
    kind: z.enum([
      'formula-faulty',
      'formula-limit',
      'html-dropped',
      'image-missing',
      'image-foreign',
      'image-without-alt',
      'link-unsafe',
      'plugin-failed',
      'too-large',
      'too-deep',
    ]),
    line: z.number(),
    detail: z.string(),
  }),
);

/** An empty document stands for a post without a picture. */
export const leadImageSchema = z
  .object({ src: z.string(), width: z.number(), height: z.number(), alt: z.string() })
  .nullable()
  .catch(null);
