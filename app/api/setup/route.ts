import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { signedIn } from '@/app/api/signed-in';
import { completeSetup } from '@/lib/auth';

const names = z.record(z.string(), z.string().max(200));

/** Makes the first administrator, who is signed in by it, and names the blog. */
export const POST = openEndpoint({
  body: z.object({
    token: z.string().max(100),
    email: z.string().max(500),
    password: z.string().max(1000),
    names,
    siteName: names,
    language: z.string().max(20),
    timeZone: z.string().max(60),
  }),
  run: async ({ body, address }) => signedIn(await completeSetup(body, address), { next: '/write/' }),
});
