import { z } from 'zod';
import { memberEndpoint, openEndpoint } from '@/app/api/endpoint';
import { signedIn } from '@/app/api/signed-in';
import { currentSession } from '@/app/member';
import { endedSessionCookie, renewedSession, safeNext, signInWithPassword } from '@/lib/auth';
import { localized } from '@/lib/i18n';

/** Who is signed in. A session that is in use is prolonged by it. */
export const GET = memberEndpoint({
  run: async ({ viewer }) => {
    const cookie = await renewedSession(await currentSession());
    const { memberId, handle, names, role, language } = viewer;
    return Response.json(
      { memberId, handle, name: localized(names, language), role, language },
      { headers: { 'Cache-Control': 'no-store', ...(cookie !== null && { 'Set-Cookie': cookie }) } },
    );
  },
});

/** Signs in with e-mail and password. */
export const POST = openEndpoint({
  body: z.object({
    email: z.string().max(500),
    password: z.string().max(1000),
    next: z.string().max(2000).optional(),
  }),
  run: async ({ body: { email, password, next }, address }) => {
    const session = await signInWithPassword({ email, password, address });
    return signedIn(session, { next: safeNext(next) });
  },
});

/** Signs out in this browser. */
export const DELETE = openEndpoint({
  run: () =>
    Promise.resolve(new Response(null, { status: 204, headers: { 'Set-Cookie': endedSessionCookie() } })),
});
