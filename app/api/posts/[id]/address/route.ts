import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { checkAddress } from '@/lib/writing';

/** What is left empty in a form. */
const optional = z
  .string()
  .max(100)
  .transform((text) => text || null)
  .nullish()
  .transform((text) => text ?? null);

export const GET = memberEndpoint({
  query: z.object({ categoryId: optional, month: optional, slug: z.string().max(200).default('') }),
  run: ({ viewer, query, params }) => checkAddress(viewer, params.id ?? '', query),
});
