import { cookies } from 'next/headers';
import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { beginElsewhere, safeNext } from '@/lib/auth';

/** Begins to sign in with an account elsewhere; the page then goes to `url`. */
export const POST = openEndpoint({
  body: z.object({ provider: z.enum(['github', 'oidc']), next: z.string().max(2000).optional() }),
  run: async ({ body: { provider, next }, address }) => {
    const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
    const { url, setCookies } = await beginElsewhere(provider, safeNext(next), jar, address);
    const headers = new Headers({ 'Cache-Control': 'no-store' });
    for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
    return Response.json({ url }, { headers });
  },
});
