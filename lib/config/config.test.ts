import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig, siteOrigin, type Environment } from '.';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonmun-config-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (env: Environment = {}) => readConfig({ DATA_DIR: folder, ...env });

function refusal(env: Environment): ConfigError {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      databaseUrl: `file:${folder}/nonmun.db`,
      dataDir: folder,
      siteUrl: 'http://localhost:3000',
      port: 3000,
      host: null,
      authSecret: expect.any(String) as unknown,
      smtpUrl: null,
      github: null,
      oidc: null,
      trustedProxies: [],
    });
  });

  it('takes everything', () => {
    const config = read({
      DATABASE_URL: 'postgresql://user:p%40ss@db.example.org/nonmun',
      SITE_URL: 'https://Blog.example.org/',
      PORT: '8080',
      HOST: '127.0.0.1',
      AUTH_SECRET: 'a'.repeat(32),
      SMTP_URL: 'smtps://user:password@mail.example.org',
      GITHUB_ID: 'id',
      GITHUB_SECRET: 'secret',
      OIDC_ISSUER: 'https://login.example.org/realm',
      OIDC_CLIENT_ID: 'client',
      OIDC_CLIENT_SECRET: 'secret',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8 192.0.2.7,2001:DB8::/32',
    });
    expect(config).toEqual({
      databaseUrl: 'postgresql://user:p%40ss@db.example.org/nonmun',
      dataDir: folder,
      siteUrl: 'https://blog.example.org',
      port: 8080,
      host: '127.0.0.1',
      authSecret: 'a'.repeat(32),
      smtpUrl: 'smtps://user:password@mail.example.org',
      github: { id: 'id', secret: 'secret' },
      oidc: { issuer: 'https://login.example.org/realm', clientId: 'client', clientSecret: 'secret' },
      trustedProxies: ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32'],
    });
  });

  it('takes an empty value for none, as container tools pass them', () => {
    expect(read({ PORT: '', SITE_URL: ' ', AUTH_SECRET: '', GITHUB_ID: '' })).toEqual(read());
  });

  it('means a relative database file from the working folder', () => {
    expect(read({ DATABASE_URL: 'file:./some where/논문.db' }).databaseUrl).toBe(
      `file:${encodeURI(join(process.cwd(), 'some where/논문.db'))}`,
    );
    expect(read({ DATABASE_URL: 'file:///srv/nonmun.db' }).databaseUrl).toBe('file:/srv/nonmun.db');
  });

  it.each<[variable: string, value: string, reason: string]>([
    ['PORT', '0', 'port'],
    ['PORT', '65536', 'port'],
    ['PORT', '80a', 'port'],
    ['PORT', '-1', 'port'],
    ['PORT', '3000.5', 'port'],
    ['HOST', 'my machine', 'host'],
    ['SITE_URL', 'blog.example.org', 'origin'],
    ['SITE_URL', 'https://example.org/blog', 'origin'],
    ['SITE_URL', 'https://user:pw@example.org', 'origin'],
    ['SITE_URL', 'https://example.org/?a', 'origin'],
    ['SITE_URL', 'ftp://example.org', 'origin'],
    ['DATABASE_URL', 'mysql://db/nonmun', 'database'],
    ['DATABASE_URL', '/srv/nonmun.db', 'database'],
    ['DATABASE_URL', 'file:', 'database'],
    ['DATABASE_URL', 'file::memory:', 'database'],
    ['DATABASE_URL', 'postgresql://user:p@ss#w@[db', 'database'],
    ['AUTH_SECRET', 'a'.repeat(31), 'secret_short'],
    ['SMTP_URL', 'mail.example.org:25', 'smtp'],
    ['SMTP_URL', 'https://mail.example.org', 'smtp'],
    ['OIDC_ISSUER', 'http://login.example.org', 'issuer'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'proxy'],
    ['TRUSTED_PROXIES', 'loopback,proxy.example.org', 'proxy'],
    ['TRUSTED_PROXIES', '::/129', 'proxy'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8', 'proxy'],
    ['TRUSTED_PROXIES', '10.1', 'proxy'],
    ['TRUSTED_PROXIES', '*', 'proxy'],
  ])('refuses %s=%s', (variable, value, reason) => {
    expect(refusal({ [variable]: value })).toMatchObject({ variable, reason });
  });

  it.each<[given: Environment, missing: string]>([
    [{ GITHUB_ID: 'id' }, 'GITHUB_SECRET'],
    [{ GITHUB_SECRET: 'secret' }, 'GITHUB_ID'],
    [{ OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_SECRET: 'secret' }, 'OIDC_CLIENT_ID'],
  ])('refuses %o without its partner', (given, missing) => {
    expect(refusal(given)).toMatchObject({ variable: missing, reason: 'partner_missing' });
  });

  it('says what is wrong in one line of either language', () => {
    const error = refusal({ PORT: '80\n a' });
    expect(error.message).toBe('PORT: must be a whole number from 1 to 65535; it is "80  a"');
    expect(error.in('ko')).toBe('PORT: 1부터 65535까지의 정수여야 합니다. 지금 값: "80  a"');
  });

  it.each(['DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL', 'OIDC_ISSUER'])('never repeats %s', (variable) => {
    const error = refusal({ [variable]: 'hunter2' });
    expect(error.message + error.in('ko') + String(error.stack)).not.toContain('hunter2');
  });
});

describe('the data folder', () => {
  it('is made for its owner alone', () => {
    const dataDir = join(folder, 'a', 'b');
    readConfig({ DATA_DIR: dataDir });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('keeps the secret that it made, readable for its owner alone', () => {
    const { authSecret } = read();
    expect(authSecret).toMatch(/^[\w-]{43}$/);
    expect(read().authSecret).toBe(authSecret);
    expect(readdirSync(folder)).toEqual(['auth-secret']);
    expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'auth-secret'), 'utf8').trim()).toBe(authSecret);
  });

  it('keeps none when one is given', () => {
    read({ AUTH_SECRET: 'a'.repeat(40) });
    expect(existsSync(join(folder, 'auth-secret'))).toBe(false);
  });

  it('does not go on with a damaged secret', () => {
    writeFileSync(join(folder, 'auth-secret'), '');
    expect(refusal({})).toMatchObject({ variable: 'AUTH_SECRET', reason: 'secret_damaged' });
  });

  it('must be a folder', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(refusal({ DATA_DIR: path })).toMatchObject({ variable: 'DATA_DIR', reason: 'folder' });
    expect(refusal({ DATA_DIR: join(path, 'below') })).toMatchObject({ reason: 'folder' });
  });

  // Root may write everywhere but there.
  it('must be writable', () => {
    const path = process.getuid?.() === 0 ? '/proc/nonmun' : join(folder, 'closed', 'data');
    if (path.startsWith(folder)) {
      readConfig({ DATA_DIR: join(folder, 'closed') });
      chmodSync(join(folder, 'closed'), 0o500);
    }
    const error = refusal({ DATA_DIR: path });
    expect(error).toMatchObject({ variable: 'DATA_DIR', reason: 'folder_denied' });
    expect(error.message).toContain(path);
  });
});

describe('siteOrigin', () => {
  it('follows SITE_URL, or else PORT, and touches no file', () => {
    expect(siteOrigin({ SITE_URL: 'https://blog.example.org/', DATA_DIR: '/proc/nonmun' })).toBe(
      'https://blog.example.org',
    );
    expect(siteOrigin({ PORT: '4000' })).toBe('http://localhost:4000');
  });
});
