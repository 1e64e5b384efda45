import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** The environment of every process of a benchmark; nothing of the user's own site is in it. */
export type BenchEnvironment = NodeJS.ProcessEnv;

/** Ends with the benchmark, whatever happens to it. */
export function startProcess(
  args: readonly string[],
  env: BenchEnvironment,
  { ipc = false }: { ipc?: boolean } = {},
): ChildProcess {
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', ...(ipc ? (['ipc'] as const) : [])];
  const child = spawn(process.execPath, args, { env, stdio });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** @returns the first message of a process. @throws {Error} when it ends before. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const abort = () => ended.abort();
  child.once('exit', abort);
  try {
    const [message] = (await once(child, 'message', { signal: ended.signal })) as [T];
    return message;
  } finally {
    child.off('exit', abort);
  }
}

/** @returns what a process printed, once it is done. @throws {Error} when it fails. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`A process of the benchmark failed (${code ?? 'signal'}).`);
  return output;
}

/** Ends a process as a service manager would, and waits for it. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  await ended;
}

/** @returns memory that a process holds, and the most that it held, in bytes; null where the system does not tell. */
export function memoryOf(pid: number | undefined): { now: number; peak: number } | null {
  let status: string;
  try {
    status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  } catch {
    return null;
  }
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}
