import { keptSecret, prepareDataDir } from './data-folder';
import { parseEnvironment, type Environment, type ParsedEnvironment } from './environment';

export { ConfigError, type ConfigReason, type TerminalLanguage } from './errors';
export type { Environment } from './environment';

/** Everything that the environment decides. Paths are absolute; what is not configured is null. */
export interface Config extends ParsedEnvironment {
  /** `file:/…/nonmun.db` or `postgresql://…`. */
  databaseUrl: string;
  dataDir: string;
  /** The public origin, without a slash at the end. */
  siteUrl: string;
  port: number;
  /** Address to listen on; null for all. */
  host: string | null;
  /** At least 32 characters. */
  authSecret: string;
  /** `smtp://…` or `smtps://…`, with the password in it. */
  smtpUrl: string | null;
  github: { id: string; secret: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Networks in CIDR notation whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[];
}

/**
 * The one place where the environment is read. Makes `DATA_DIR` (mode 0700)
 * and, when `AUTH_SECRET` is not set, `DATA_DIR/auth-secret` (mode 0600).
 *
 * @throws {ConfigError} naming the variable and what is wrong with it.
 */
export function readConfig(env: Environment = process.env): Config {
  const parsed = parseEnvironment(env);
  prepareDataDir(parsed.dataDir);
  return { ...parsed, authSecret: parsed.authSecret ?? keptSecret(parsed.dataDir) };
}

/**
 * The public origin alone, such as `https://blog.example.org`; touches no file.
 *
 * @throws {ConfigError} as {@link readConfig} does.
 */
export function siteOrigin(env: Environment = process.env): string {
  return parseEnvironment({ SITE_URL: env.SITE_URL, PORT: env.PORT }).siteUrl;
}

/**
 * The address of the database alone; touches no file.
 *
 * @throws {ConfigError} as {@link readConfig} does.
 */
export function configuredDatabase(env: Environment = process.env): string {
  return parseEnvironment(env).databaseUrl;
}

/**
 * The mail server alone, null where none is configured; touches no file.
 *
 * @throws {ConfigError} as {@link readConfig} does.
 */
export function mailServer(env: Environment = process.env): string | null {
  return parseEnvironment({ SMTP_URL: env.SMTP_URL }).smtpUrl;
}
