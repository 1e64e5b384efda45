import { memberEndpoint } from '@/app/api/endpoint';
import { changeCategory, managedCategories, removeCategory } from '@/lib/posts';
import { categoryInput } from '../input';

/** Changes a category; answers with how many posts moved, and with all categories. */
export const PUT = memberEndpoint({
  body: categoryInput,
  run: async ({ viewer, params, body }) => {
    const moved = await changeCategory(viewer, params['id'] ?? '', body);
    return { moved, categories: await managedCategories(viewer) };
  },
});

/** Removes a category that has no posts; answers with those that are left. */
export const DELETE = memberEndpoint({
  run: async ({ viewer, params }) => {
    await removeCategory(viewer, params['id'] ?? '');
    return { categories: await managedCategories(viewer) };
  },
});
