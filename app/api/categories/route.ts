import { memberEndpoint } from '@/app/api/endpoint';
import { addCategory, managedCategories } from '@/lib/posts';
import { categoryInput } from './input';

/** Adds a category; answers with all of them. */
export const POST = memberEndpoint({
  body: categoryInput,
  run: async ({ viewer, body }) => {
    await addCategory(viewer, body);
    return { categories: await managedCategories(viewer) };
  },
});
