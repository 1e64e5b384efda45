import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { managedCategories, orderCategories } from '@/lib/posts';

/** Puts the categories into an order; answers with all of them. */
export const PUT = memberEndpoint({
  body: z.object({ ids: z.array(z.string().max(100)).max(500) }),
  run: async ({ viewer, body }) => {
    await orderCategories(viewer, body.ids);
    return { categories: await managedCategories(viewer) };
  },
});
