import { sessionCookie, type SessionClaims } from '@/lib/auth';

/** An answer that signs its receiver in. */
export async function signedIn(session: SessionClaims, body: unknown): Promise<Response> {
  return Response.json(body, {
    headers: { 'Cache-Control': 'no-store', 'Set-Cookie': await sessionCookie(session) },
  });
}
