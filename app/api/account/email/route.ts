import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { requestEmailChange } from '@/lib/members';

/** Changes one's own e-mail, by a link to the new one where mails are sent. */
export const POST = memberEndpoint({
  body: z.object({ email: z.string().max(500), currentPassword: z.string().max(1000) }),
  run: ({ viewer, body, address }) => requestEmailChange(viewer, body, address),
});
