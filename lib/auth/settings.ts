import { readConfig, type Config } from '@/lib/config';

/** What signing in needs to know from the environment. */
export type AuthConfig = Pick<Config, 'siteUrl' | 'authSecret' | 'github' | 'oidc'>;

let kept: AuthConfig | undefined;

/**
 * The pages that Next bundles and the server are separate module graphs in one process, so this is read from the
 * environment, which both share; the server has checked it at start.
 */
export function authConfig(): AuthConfig {
  kept ??= readConfig();
  return kept;
}

/** A way to sign in with an account elsewhere. */
export interface SignInProvider {
  id: 'github' | 'oidc';
  /** What the button says: a product's own name, or the host of the group's server. */
  name: string;
}

/** @returns the ways to sign in that are configured, besides e-mail and password. */
export function signInProviders(config: AuthConfig = authConfig()): SignInProvider[] {
  const providers: SignInProvider[] = [];
  if (config.github) providers.push({ id: 'github', name: 'GitHub' });
  if (config.oidc) providers.push({ id: 'oidc', name: new URL(config.oidc.issuer).host });
  return providers;
}
