import { z } from 'zod';
import { openEndpoint } from '@/app/api/endpoint';
import { requestPasswordLink } from '@/lib/members';

/** Asks for a password link by mail; says the same whether the e-mail has an account or not. */
export const POST = openEndpoint({
  body: z.object({ email: z.string().max(500) }),
  run: ({ body: { email }, address }) => requestPasswordLink(email, address),
});
