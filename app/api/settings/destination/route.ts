import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { destinationOf } from '@/lib/posts';

/** Whether an address that is to stand in the menu leads anywhere. */
export const GET = memberEndpoint({
  query: z.object({ href: z.string().max(500) }),
  run: async ({ viewer, query }) => ({ destination: await destinationOf(viewer, query.href) }),
});
