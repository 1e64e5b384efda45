import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { renewInvitation } from '@/lib/members';

/** Makes another link of an invitation; the one from before stops working. */
export const POST = memberEndpoint({
  body: z.object({ byMail: z.boolean() }),
  run: async ({ viewer, params, body: { byMail } }) => {
    const issued = await renewInvitation(viewer, identifierOf(params.id), byMail);
    return { link: issued?.link ?? null, expiresAt: issued?.expiresAt ?? null };
  },
});
