import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { signedIn } from '@/app/api/signed-in';
import { resetPassword } from '@/lib/members';

/** Spends a password link; its owner is signed in. */
export const POST = openEndpoint({
  body: z.object({ token: z.string().max(100), password: z.string().max(1000) }),
  run: async ({ body, address }) => signedIn(await resetPassword(body, address), { next: '/write/' }),
});
