import { memberEndpoint } from '@/app/api/endpoint';
import { endedSessionCookie } from '@/lib/auth';
import { signOutEverywhere } from '@/lib/members';

/** Ends all of one's own sessions. */
export const POST = memberEndpoint({
  run: async ({ viewer }) => {
    await signOutEverywhere(viewer);
    return new Response(null, { status: 204, headers: { 'Set-Cookie': endedSessionCookie() } });
  },
});
