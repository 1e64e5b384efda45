import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { signedIn } from '@/app/api/signed-in';
import { acceptInvitation } from '@/lib/members';

/** Accepts an invitation with a password; the new member is signed in. */
export const POST = openEndpoint({
  body: z.object({
    token: z.string().max(100),
    names: z.record(z.string(), z.string().max(200)),
    password: z.string().max(1000),
    language: z.string().max(20),
    timeZone: z.string().max(60),
  }),
  run: async ({ body, address }) => signedIn(await acceptInvitation(body, address), { next: '/write/' }),
});
