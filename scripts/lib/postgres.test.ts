import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPostgres } from './postgres';

describe('startPostgres', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('starts a server that ends and leaves nothing behind', { timeout: 60_000 }, async () => {
    vi.stubEnv('TEST_DATABASE_URL', '');
    const server = await startPostgres();

    const client = new Client({ connectionString: server.url });
    // The server's farewell at its end.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ folder: string; encoding: string }>(
      "SELECT current_setting('data_directory') AS folder, current_setting('server_encoding') AS encoding",
    );
    const { folder, encoding } = rows[0] ?? { folder: '', encoding: '' };
    expect(encoding).toBe('UTF8');
    expect(existsSync(folder)).toBe(true);

    await server.stop();
    expect(existsSync(folder)).toBe(false);
    await expect(new Client({ connectionString: server.url }).connect()).rejects.toThrow('ECONNREFUSED');
  });

  it('takes the server that it is given', async () => {
    vi.stubEnv('TEST_DATABASE_URL', 'postgresql://somewhere/else');
    const server = await startPostgres();
    await server.stop();
    expect(server.url).toBe('postgresql://somewhere/else');
  });
});
