import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { identifier } from '@/app/api/identifier';
import { ROLES } from '@/lib/access';
import { invite, openInvitations } from '@/lib/members';

/** Invitations that nobody has accepted. */
export const GET = memberEndpoint({ run: ({ viewer }) => openInvitations(viewer) });

/** Invites somebody. */
export const POST = memberEndpoint({
  body: z.object({
    email: z.string().max(500),
    role: z.enum(ROLES),
    language: z.string().max(20),
    memberId: identifier.nullish(),
    byMail: z.boolean(),
  }),
  run: async ({ viewer, body: { byMail, memberId, ...rest } }) => {
    const { id, issued } = await invite(viewer, { ...rest, memberId: memberId ?? null }, byMail);
    return { id, link: issued?.link ?? null, expiresAt: issued?.expiresAt ?? null };
  },
});
