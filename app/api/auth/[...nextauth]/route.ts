import { cookies } from 'next/headers';
import { answerAuth } from '@/lib/auth';

/** `/api/auth/<action>/<provider>`: the way back from signing in elsewhere, and whatever else next-auth answers. */
async function answer(
  request: Request,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action = '', provider] = (await params).nextauth;
  const isForm =
    request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const body = request.method === 'POST' && isForm ? new URLSearchParams(await request.text()) : [];
  const jar = (await cookies()).getAll();
  const result = await answerAuth({
    method: request.method,
    action,
    ...(provider !== undefined && { provider }),
    query: Object.fromEntries(new URL(request.url).searchParams),
    body: Object.fromEntries(body),
    cookies: Object.fromEntries(jar.map(({ name, value }) => [name, value])),
    address: request.headers.get('x-forwarded-for') ?? 'unknown',
  });
  if (result === null) return new Response(null, { status: 404 });
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const cookie of result.setCookies) headers.append('Set-Cookie', cookie);
  if (result.redirect !== null) {
    headers.set('Location', result.redirect);
    return new Response(null, { status: 302, headers });
  }
  return Response.json(result.body, { status: result.status, headers });
}

export { answer as GET, answer as POST };
