import { isIP } from 'node:net';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { ConfigError, type ConfigReason } from './errors';

/** What `process.env` holds. */
export type Environment = Record<string, string | undefined>;

const DEFAULT_PORT = 3000;
const SECRET_LENGTH = 32;

/** Variables whose value may be repeated in a message. */
const PUBLIC = new Set(['PORT', 'HOST']);

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

function rule(accepts: (value: string) => boolean, reason: ConfigReason) {
  return z.string().refine(accepts, reason).optional();
}

const schema = z.object({
  DATABASE_URL: rule(isDatabaseUrl, 'database'),
  DATA_DIR: z.string().default('data'),
  SITE_URL: rule(isOrigin, 'origin'),
  PORT: rule((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, 'port'),
  HOST: rule((value) => value === 'localhost' || isIP(value) !== 0, 'host'),
  AUTH_SECRET: rule((value) => value.length >= SECRET_LENGTH, 'secret_short'),
  SMTP_URL: rule(
    (value) => /^smtps?:$/.test(url(value)?.protocol ?? '') && url(value)?.hostname !== '',
    'smtp',
  ),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  OIDC_ISSUER: rule(isIssuer, 'issuer'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  TRUSTED_PROXIES: z.string().default(''),
});

const TOGETHER = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** The environment as values; nothing on the disk is looked at yet. */
export interface ParsedEnvironment {
  databaseUrl: string;
  dataDir: string;
  siteUrl: string;
  port: number;
  host: string | null;
  authSecret: string | null;
  smtpUrl: string | null;
  github: { id: string; secret: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  trustedProxies: string[];
}

/**
 * @param env an empty or blank value counts as not set, as container tools pass them.
 * @throws {ConfigError} naming the first variable that cannot be used.
 */
export function parseEnvironment(env: Environment): ParsedEnvironment {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const result = schema.safeParse(given);
  if (!result.success) throw asConfigError(result.error, given);
  const values = result.data;
  for (const group of TOGETHER) requireTogether(group, values);

  const port = Number(values.PORT ?? DEFAULT_PORT);
  const dataDir = resolve(values.DATA_DIR);
  return {
    databaseUrl: databaseUrl(values.DATABASE_URL ?? fileUrl(resolve(dataDir, 'nonmun.db'))),
    dataDir,
    siteUrl: values.SITE_URL ? new URL(values.SITE_URL).origin : `http://localhost:${port}`,
    port,
    host: values.HOST ?? null,
    authSecret: values.AUTH_SECRET ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    github:
      values.GITHUB_ID && values.GITHUB_SECRET
        ? { id: values.GITHUB_ID, secret: values.GITHUB_SECRET }
        : null,
    oidc:
      values.OIDC_ISSUER && values.OIDC_CLIENT_ID && values.OIDC_CLIENT_SECRET
        ? {
            issuer: values.OIDC_ISSUER,
            clientId: values.OIDC_CLIENT_ID,
            clientSecret: values.OIDC_CLIENT_SECRET,
          }
        : null,
    trustedProxies: networks(values.TRUSTED_PROXIES),
  };
}

function asConfigError(error: z.ZodError, given: Environment): ConfigError {
  const [issue] = error.issues;
  const variable = String(issue?.path[0]);
  const value = given[variable];
  return new ConfigError(
    variable,
    issue?.message as ConfigReason,
    value !== undefined && PUBLIC.has(variable) ? { value } : {},
  );
}

function requireTogether(group: readonly string[], values: Environment): void {
  const partner = group.find((name) => values[name]);
  const missing = group.find((name) => !values[name]);
  if (partner && missing) throw new ConfigError(missing, 'partner_missing', { partner });
}

function url(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

function isOrigin(value: string): boolean {
  const parsed = url(value);
  return (
    parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && !/[?#@]/.test(value)
  );
}

function isIssuer(value: string): boolean {
  const parsed = url(value);
  if (parsed?.protocol === 'https:') return true;
  return parsed?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname);
}

function isDatabaseUrl(value: string): boolean {
  // A database in memory would be another one for each connection.
  if (value.startsWith('file:')) return filePath(value) !== '' && !filePath(value).includes(':memory:');
  // A fragment is a password with a # in it that was cut in two.
  return /^postgres(?:ql)?:$/.test(url(value)?.protocol ?? '') && url(value)?.hash === '';
}

function filePath(value: string): string {
  return value.replace(/^file:(?:\/\/(?=\/))?/, '').replace(/\?.*$/, '');
}

/** Relative files are meant from the working folder, once and for all. */
function databaseUrl(value: string): string {
  return value.startsWith('file:') ? fileUrl(resolve(decodeURI(filePath(value)))) : value;
}

function fileUrl(path: string): string {
  return `file:${encodeURI(path)}`;
}

/** @returns networks in CIDR notation, from addresses, networks and the word `loopback`. */
function networks(list: string): string[] {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      if (entry === 'loopback') return LOOPBACK;
      const network = toNetwork(entry);
      if (network === null) throw new ConfigError('TRUSTED_PROXIES', 'proxy', { entry });
      return [network];
    });
}

function toNetwork(entry: string): string | null {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return null;
  const longest = version === 4 ? 32 : 128;
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest)) return null;
  return `${ipaddr.parse(address).toString()}/${prefix ?? longest}`;
}
