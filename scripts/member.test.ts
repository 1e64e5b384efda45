import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nonmun-member-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

function member(args: string[], input = ''): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/member.ts', ...args], {
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        DEBUG: '',
        DATABASE_URL: '',
        DATA_DIR: folder,
        SITE_URL: 'https://blog.example.org',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

test('members are added, changed and listed from a shell', async () => {
  expect((await member(['list'])).stdout).toBe('There are no members yet.\n');
  const added = await member(['add', 'Kim@example.org', '--name', '김민수', '--role', 'administrator']);
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toMatch(/https:\/\/blog\.example\.org\/password\/[\w-]{43}\/\n$/);
  const lee = ['add', 'lee@example.org', '--name', 'Lee', '--role', 'member', '--password-stdin'];
  expect((await member(lee, 'short\n')).stderr).toBe('A password needs at least 10 characters.\n');
  expect(await member(lee, 'seven quiet lanterns\n')).toEqual({
    code: 0,
    stdout: 'lee@example.org is a member now (member).\n',
    stderr: '',
  });
  expect(await member(['role', 'lee@example.org', 'editor'])).toMatchObject({ code: 0 });
  expect(await member(['suspend', 'lee@example.org'])).toMatchObject({ code: 0 });
  expect((await member(['password', 'kim@example.org'])).stdout).toMatch(/\/password\/[\w-]{43}\/\n$/);
  expect((await member(['list'])).stdout).toBe(
    'kim@example.org  administrator  active     김민수 (김민수)\nlee@example.org  editor         suspended  Lee (lee)\n',
  );
  const mistakes: [string[], string][] = [
    [['role', 'kim@example.org', 'member'], 'At least one administrator has to remain.\n'],
    [['suspend', 'kim@example.org'], 'At least one administrator has to remain.\n'],
    [['suspend', 'no@example.org'], 'No member has the e-mail no@example.org.\n'],
    [lee, 'Another member already uses this e-mail.\n'],
  ];
  for (const [args, sentence] of mistakes) {
    expect(await member(args, 'seven quiet lanterns\n')).toEqual({ code: 1, stdout: '', stderr: sentence });
  }
});

test.each([
  [['frob']],
  [[]],
  [['add', 'x@example.org', '--role', 'member']],
  [['add', 'x@example.org', '--name', 'X', '--role', 'boss']],
  [['role', 'x@example.org']],
  [['suspend']],
  [['suspend', 'x@example.org', '--name', 'X']],
  [['list', 'x@example.org']],
])('%j is no such call', async (args) => {
  const { code, stdout, stderr } = await member(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/See npm run member -- --help\n$/);
});
