import type { AuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { OutsideAccount } from './elsewhere';
import type { AuthConfig } from './settings';

/** Milliseconds that a provider may take for each answer. */
const PATIENCE = 10_000;

const githubUser = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const claimsSchema = z.object({
  sub: z.string().min(1).max(500),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
});

type Provider = AuthOptions['providers'][number];

/** What next-auth calls a user: here the account elsewhere, under the names that it insists on. */
export interface ProviderUser {
  id: string;
  outside: OutsideAccount;
}

async function askGithub<T>(path: string, token: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(`https://api.github.com${path}`, {
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/vnd.github+json',
      'User-Agent': 'nonmun',
    },
    signal: AbortSignal.timeout(PATIENCE),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`api.github.com${path} answered ${response.status}`);
  return schema.parse(await response.json());
}

/**
 * @param user of `GET /user`; its own e-mail is whatever the person shows, verified or not.
 * @param emails of `GET /user/emails`.
 */
export function githubAccount(
  user: z.infer<typeof githubUser>,
  emails: z.infer<typeof githubEmails>,
): OutsideAccount {
  const email = emails.find(({ primary, verified }) => primary && verified);
  return {
    provider: 'github',
    subject: String(user.id),
    verifiedEmail: email?.email ?? null,
    name: user.name ?? user.login,
  };
}

/** @param claims of the ID token and the userinfo endpoint (OpenID Connect Core 1.0, §5.1). */
export function oidcAccount(issuer: string, claims: unknown): OutsideAccount {
  const { sub, email, email_verified: verified, name, preferred_username: user } = claimsSchema.parse(claims);
  // Some servers write the boolean as a string.
  const isVerified = verified === true || verified === 'true';
  return {
    provider: `oidc:${issuer}`,
    subject: sub,
    verifiedEmail: isVerified && email ? email : null,
    name: name ?? user ?? '',
  };
}

/** @returns the providers that are configured, as next-auth takes them. */
export function outsideProviders(config: AuthConfig): Provider[] {
  const providers: Provider[] = [];
  const { github, oidc } = config;
  if (github) {
    const provider: OAuthConfig<OutsideAccount> = {
      id: 'github',
      name: 'GitHub',
      type: 'oauth',
      authorization: {
        url: 'https://github.com/login/oauth/authorize',
        params: { scope: 'read:user user:email' },
      },
      token: 'https://github.com/login/oauth/access_token',
      userinfo: {
        request: async ({ tokens }) => {
          const token = tokens.access_token ?? '';
          const [user, emails] = await Promise.all([
            askGithub('/user', token, githubUser),
            askGithub('/user/emails', token, githubEmails),
          ]);
          return githubAccount(user, emails);
        },
      },
      checks: ['state', 'pkce'],
      clientId: github.id,
      clientSecret: github.secret,
      httpOptions: { timeout: PATIENCE },
      profile: asUser,
    };
    providers.push(provider);
  }
  if (oidc) {
    const issuer = oidc.issuer.replace(/\/$/, '');
    const provider: OAuthConfig<OutsideAccount> = {
      id: 'oidc',
      name: new URL(issuer).host,
      type: 'oauth',
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      userinfo: {
        request: async ({ client, tokens }) => {
          const claims = await oidcClaims(client, tokens as unknown as OidcTokens);
          return oidcAccount(issuer, claims);
        },
      },
      checks: ['state', 'pkce', 'nonce'],
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      httpOptions: { timeout: PATIENCE },
      profile: asUser,
    };
    providers.push(provider);
  }
  return providers;
}

/** The parts of openid-client's objects that are used here. */
interface OidcClient {
  issuer: { metadata: { userinfo_endpoint?: string } };
  userinfo: (accessToken: string, options: { via: 'header' }) => Promise<object>;
}
interface OidcTokens {
  access_token?: string;
  claims: () => { sub: string; email?: string; email_verified?: unknown };
}

/** What the signed ID token says counts; a server that leaves the e-mail out of it is asked for the rest. */
async function oidcClaims(client: OidcClient, tokens: OidcTokens): Promise<object> {
  const claims = tokens.claims();
  const isEnough = claims.email !== undefined && claims.email_verified !== undefined;
  if (isEnough || client.issuer.metadata.userinfo_endpoint === undefined) return claims;
  const more = await client.userinfo(tokens.access_token ?? '', { via: 'header' });
  // Core §5.3.2: an answer about somebody else must not be used.
  if (!('sub' in more) || more.sub !== claims.sub) throw new Error('userinfo is about another subject');
  return { ...more, ...claims };
}

function asUser(outside: OutsideAccount): ProviderUser {
  return { id: outside.subject, outside };
}
