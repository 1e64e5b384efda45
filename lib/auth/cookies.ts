import { authConfig } from './settings';

/** Seconds that a session lasts from its last renewal. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
/** Seconds that a visitor has to come back from signing in elsewhere. */
const ELSEWHERE_SECONDS = 15 * 60;

interface AuthCookie {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge?: number };
}

/** By next-auth's names for them. */
type AuthCookies = Record<
  'sessionToken' | 'callbackUrl' | 'csrfToken' | 'pkceCodeVerifier' | 'state' | 'nonce',
  AuthCookie
>;

/**
 * The cookies of signing in. On https each has the `__Host-` prefix (RFC 6265bis §4.1.3.2): no other host, and nobody on
 * an unencrypted connection, can set one in its place.
 */
export function authCookies(siteUrl: string): AuthCookies {
  const secure = siteUrl.startsWith('https:');
  const cookie = (name: string, maxAge?: number): AuthCookie => ({
    name: `${secure ? '__Host-' : ''}nonmun.${name}`,
    options: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      ...(maxAge !== undefined && { maxAge }),
    },
  });
  return {
    sessionToken: cookie('session'),
    callbackUrl: cookie('next', ELSEWHERE_SECONDS),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', ELSEWHERE_SECONDS),
    state: cookie('state', ELSEWHERE_SECONDS),
    nonce: cookie('nonce', ELSEWHERE_SECONDS),
  };
}

/** @returns name of the cookie that holds the session. */
export function sessionCookieName(): string {
  return authCookies(authConfig().siteUrl).sessionToken.name;
}

/** @returns a `Set-Cookie` value for the session. @param seconds 0 takes the cookie away. */
export function setSessionCookie(value: string, seconds: number): string {
  const { name, options } = authCookies(authConfig().siteUrl).sessionToken;
  const secure = options.secure ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
