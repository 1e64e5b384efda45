import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { signedIn } from '@/app/api/signed-in';
import { changePassword } from '@/lib/members';

/** Changes one's own password; other sessions end, this one goes on. */
export const POST = memberEndpoint({
  body: z.object({ currentPassword: z.string().max(1000), password: z.string().max(1000) }),
  run: async ({ viewer, body, address }) => signedIn(await changePassword(viewer, body, address), {}),
});
