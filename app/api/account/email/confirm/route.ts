import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { confirmEmail } from '@/lib/members';

/** Spends a link that was mailed to a new e-mail. */
export const POST = openEndpoint({
  body: z.object({ token: z.string().max(100) }),
  run: ({ body: { token }, address }) => confirmEmail(token, address),
});
