import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

function sample(args: string[], env: Record<string, string> = {}): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/testing/sample-command.ts', ...args], {
      env: { ...process.env, LC_ALL: 'C.UTF-8', DEBUG: '', INIT_CWD: '/nowhere', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('command', { timeout: 30_000 }, () => {
  it.each<[string, string[], Result]>([
    ['works', ['file'], { code: 0, stdout: 'file\n', stderr: '' }],
    [
      'helps, whatever else the call holds',
      ['--nonsense', '--help'],
      { code: 0, stdout: 'Usage: npm run sample -- FILE [MORE]\n', stderr: '' },
    ],
    [
      'refuses an unknown option',
      ['file', '--nonsense'],
      { code: 2, stdout: '', stderr: "Unknown option '--nonsense' See npm run sample -- --help\n" },
    ],
    [
      'refuses a missing argument',
      [],
      { code: 2, stdout: '', stderr: 'FILE is missing. See npm run sample -- --help\n' },
    ],
    [
      'refuses a surplus argument',
      ['a', 'b', 'c'],
      { code: 2, stdout: '', stderr: 'One argument too many: c. See npm run sample -- --help\n' },
    ],
    ['tells a mistake', ['a', '--fail', 'mistake'], { code: 1, stdout: '', stderr: 'Mend this.\n' }],
    [
      'tells the error of a room in its own words',
      ['a', '--fail', 'room'],
      { code: 1, stdout: '', stderr: 'The room has no such post.\n' },
    ],
    [
      'tells a bad setting',
      ['a', '--fail', 'config'],
      { code: 1, stdout: '', stderr: 'PORT: must be a whole number from 1 to 65535; it is "x"\n' },
    ],
    [
      'looks for files where the user is, and tells when there is none',
      ['a', '--loud'],
      { code: 1, stdout: '', stderr: '/nowhere/a does not exist\n' },
    ],
    [
      'shows no stack trace of a defect',
      ['a', '--fail', 'defect'],
      { code: 1, stdout: '', stderr: 'sample: unforeseen (DEBUG=1 shows where)\n' },
    ],
    ['hands the exit code on', ['a', '--fail', 'code'], { code: 3, stdout: '', stderr: '' }],
  ])('%s', async (_, args, expected) => {
    expect(await sample(args)).toEqual(expected);
  });

  it('shows the stack trace to who asks for it', async () => {
    const { code, stderr } = await sample(['a', '--fail', 'defect'], { DEBUG: '1' });
    expect(code).toBe(1);
    expect(stderr).toContain('sample-command.ts:');
  });

  it('speaks Korean in a Korean terminal', async () => {
    const { stderr } = await sample([], { LC_ALL: 'ko_KR.UTF-8' });
    expect(stderr).toBe('FILE 인수가 없습니다. npm run sample -- --help 를 보세요\n');
  });
});
