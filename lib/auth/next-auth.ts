import NextAuth, { type AuthOptions, type User } from 'next-auth';
import { isUserError } from '@/lib/i18n';
import { authCookies, SESSION_SECONDS } from './cookies';
import { signInElsewhere } from './elsewhere';
import { outsideProviders, type ProviderUser } from './providers';
import { safeNext } from './safe-next';
import type { SessionClaims } from './session';
import { authConfig, type AuthConfig } from './settings';
import { signInWithPassword } from './sign-in';

/** A request to the endpoints of next-auth, `/api/auth/<action>/<provider>`. */
export interface AuthRequest {
  method: string;
  action: string;
  provider?: string;
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
  /** Of the visitor, for the throttle. */
  address: string;
}

/** What it answers; either `redirect` or `body`. */
export interface AuthAnswer {
  status: number;
  setCookies: string[];
  redirect: string | null;
  body: unknown;
}

/** What the sign-in page is told in `?error=`; it has a sentence for each. */
export const SIGN_IN_FAULTS = [
  'not-invited',
  'email-unverified',
  'suspended',
  'credentials',
  'throttled',
  'elsewhere',
] as const;

export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

/** Endpoints of next-auth that there are; `_log` would write what a visitor sends into the log. */
const ACTIONS = new Set(['signin', 'callback', 'csrf', 'error', 'providers', 'signout', 'session']);

// The package is CommonJS: its default export is the function in a bundle, and an object around it in Node.
const nextAuth = (
  typeof NextAuth === 'function' ? NextAuth : (NextAuth as { default: typeof NextAuth }).default
) as (request: unknown, response: unknown, options: AuthOptions) => Promise<unknown>;

/**
 * Hands a request to next-auth. It is the same as its own route handler, without needing the framework around it, and
 * what goes wrong leads straight to the sign-in page.
 *
 * @returns null for an action that there is not.
 */
export async function answerAuth(request: AuthRequest, config = authConfig()): Promise<AuthAnswer | null> {
  if (!ACTIONS.has(request.action)) return null;
  // Links and redirects begin with the configured address; next-auth reads it from here alone.
  process.env.NEXTAUTH_URL = `${config.siteUrl}/api/auth`;
  const answer: AuthAnswer = { status: 200, setCookies: [], redirect: null, body: null };
  const nextauth = [request.action, ...(request.provider === undefined ? [] : [request.provider])];
  await nextAuth(
    {
      method: request.method,
      query: { ...request.query, nextauth },
      body: request.body,
      cookies: request.cookies,
      headers: {},
    },
    recorder(answer),
    authOptions(config, request.address),
  );
  if (answer.redirect !== null) answer.redirect = redirectOf(answer.redirect, config.siteUrl);
  return answer;
}

/** The part of Node's response that next-auth writes to. */
function recorder(answer: AuthAnswer) {
  const response = {
    status: (status: number) => {
      answer.status = status;
      return response;
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.setCookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') answer.setCookies = [value].flat();
      if (name === 'Location') answer.redirect = String(value);
      return response;
    },
    json: (body: unknown) => {
      answer.body = body;
    },
    send: (body: unknown) => {
      answer.body = body;
    },
    end: () => undefined,
  };
  return response;
}

/** Errors go to the sign-in page by a code of ours; the way to a provider is left as it is. */
function redirectOf(location: string, siteUrl: string): string {
  const target = new URL(location, siteUrl);
  if (target.origin !== siteUrl) return location;
  const code = target.searchParams.get('error');
  if (code !== null) {
    const fault = SIGN_IN_FAULTS.find((it) => it === code) ?? 'elsewhere';
    return `/signin/?error=${fault}`;
  }
  return target.pathname + target.search + target.hash;
}

function authOptions(config: AuthConfig, address: string): AuthOptions {
  let session: SessionClaims | null = null;
  return {
    secret: config.authSecret,
    useSecureCookies: config.siteUrl.startsWith('https:'),
    cookies: authCookies(config.siteUrl),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/signin/', signOut: '/signout/', error: '/signin/' },
    providers: [
      {
        id: 'credentials',
        name: 'credentials',
        type: 'credentials',
        credentials: {},
        authorize: async (given: Record<string, unknown> | undefined) => {
          const { email, password } = given ?? {};
          if (typeof email !== 'string' || typeof password !== 'string') return null;
          session = await signInWithPassword({ email, password, address }).catch(asCode);
          return { id: session.memberId };
        },
        options: {},
      } as unknown as AuthOptions['providers'][number],
      ...outsideProviders(config),
    ],
    callbacks: {
      signIn: async ({ user, account }) => {
        if (account?.type !== 'oauth') return session !== null;
        session = await signInElsewhere((user as User & ProviderUser).outside).catch(asCode);
        return true;
      },
      // Whose session, and since which change: nothing else is in it, and nothing in it is believed without asking.
      jwt: ({ token, account }) =>
        account ? { ...(session ?? {}) } : { memberId: token.memberId, sessionVersion: token.sessionVersion },
      session: ({ session: { expires } }) => ({ expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + safeNext(path);
      },
    },
    logger: {
      error: (code, metadata) => {
        // Of what a provider sent only the message: the rest holds its tokens.
        const { error } = metadata as { error?: unknown };
        const reason = [metadata, error].find((it): it is Error => it instanceof Error)?.message ?? '';
        process.stderr.write(`${new Date().toISOString()} sign-in: ${code} ${reason.split('\n')[0] ?? ''}\n`);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** next-auth hands messages of errors on to the page. */
function asCode(error: unknown): never {
  if (isUserError(error)) throw new Error(error.code);
  throw error;
}

/**
 * Begins to sign in with an account elsewhere.
 *
 * @param cookies of the request.
 * @param next where to go afterwards.
 * @returns the provider's address to go to, and cookies to come back with.
 */
export async function beginElsewhere(
  provider: string,
  next: string,
  cookies: Record<string, string>,
  address: string,
): Promise<{ url: string; setCookies: string[] }> {
  const base = { cookies, address, query: {} };
  const config = authConfig();
  const { csrfToken } = authCookies(config.siteUrl);
  const first = await answerAuth({ ...base, method: 'GET', action: 'csrf', body: {} });
  const made = first?.setCookies.find((cookie) => cookie.startsWith(`${csrfToken.name}=`));
  const csrf = made ? decodeURIComponent(/=([^;]*)/.exec(made)?.[1] ?? '') : (cookies[csrfToken.name] ?? '');
  const answer = await answerAuth({
    ...base,
    method: 'POST',
    action: 'signin',
    provider,
    cookies: { ...cookies, [csrfToken.name]: csrf },
    body: { csrfToken: csrf.split('|')[0] ?? '', callbackUrl: `${config.siteUrl}${safeNext(next)}` },
  });
  const url = answer?.redirect ?? '';
  // What stays on this site is no way to a provider: it is not configured, or does not answer.
  if (!/^https?:/.test(url)) return { url: '/signin/?error=elsewhere', setCookies: [] };
  return { url, setCookies: [...(made ? [made] : []), ...(answer?.setCookies ?? [])] };
}
