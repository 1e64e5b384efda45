/**
 * The frame of every command line of Nonmun.
 *
 *     await command({
 *       name: 'export',
 *       usage: 'Usage: npm run export -- FOLDER\n\nWrites the whole blog as a Hugo site.\n',
 *       options: { force: { type: 'boolean' } },
 *       positionals: ['FOLDER'],
 *       run: async ({ values, positionals: [folder], signal }) => { … },
 *     });
 *
 * `--help` prints the usage. A wrong call ends with 2, a mistake of the user's
 * (`UserMistake`, `ConfigError`, a file that is not there) with 1; both are one
 * line on standard error. Anything else is a defect or bad luck: its message,
 * and its stack with DEBUG=1.
 */
import { resolve } from 'node:path';
import { inspect, parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigError } from '@/lib/config';
import { loadEnvFile } from './main.mjs';
import { say, terminalLanguage } from './terminal.mjs';

/** Something that the user can mend; `message` says in one line what. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}

/** The command was called in a way that does not exist. */
export class UsageError extends UserMistake {
  override name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>;

export interface Call<O extends Options> {
  values: Parsed<O>['values'];
  positionals: string[];
  /** Aborted by the first Ctrl-C or SIGTERM; the second one ends the process at once. */
  signal: AbortSignal;
}

export interface CommandSpec<O extends Options> {
  /** As in `npm run NAME`. */
  name: string;
  /** The whole help text. */
  usage: string;
  /** As in `parseArgs`; `--help` is added. */
  options?: O;
  /**
   * Names of the arguments; `[NAME]` may be left out, a last `NAME...` takes
   * one or more. No other number of them is accepted.
   */
  positionals?: readonly string[];
  /** Sentences for errors of the rooms that the command uses; null leaves the error to the frame. */
  explain?: (error: unknown) => string | null;
  /** @returns the exit code when it is not 0. */
  run: (call: Call<O>) => Promise<number | undefined> | Promise<void>;
}

const TEXT = {
  seeHelp: { en: 'See npm run {name} -- --help', ko: 'npm run {name} -- --help 를 보세요' },
  missing: { en: '{argument} is missing.', ko: '{argument} 인수가 없습니다.' },
  surplus: { en: 'One argument too many: {argument}.', ko: '남는 인수: {argument}.' },
  debug: { en: '(DEBUG=1 shows where)', ko: '(DEBUG=1로 자세한 위치를 볼 수 있습니다)' },
  noFile: { en: '{path} does not exist', ko: '{path}이(가) 없습니다' },
  denied: { en: '{path} may not be accessed', ko: '{path}에 접근할 수 없습니다' },
  isFolder: { en: '{path} is a folder', ko: '{path}은(는) 폴더입니다' },
  notFolder: { en: '{path} is not a folder', ko: '{path}은(는) 폴더가 아닙니다' },
  full: { en: 'The disk is full ({path})', ko: '디스크에 남은 공간이 없습니다({path})' },
};

const SYSTEM_ERRORS: Record<string, { en: string; ko: string }> = {
  ENOENT: TEXT.noFile,
  EACCES: TEXT.denied,
  EPERM: TEXT.denied,
  EROFS: TEXT.denied,
  EISDIR: TEXT.isFolder,
  ENOTDIR: TEXT.notFolder,
  ENOSPC: TEXT.full,
};

/** @returns a path that the user gave, from the folder in which the user called `npm run`. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Runs a command of `process.argv` and ends the process with its exit code. Never throws. */
export async function command<O extends Options = Record<string, never>>(
  spec: CommandSpec<O>,
  args: readonly string[] = process.argv.slice(2),
): Promise<never> {
  // Who reads the output may stop early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  let code: number;
  try {
    code = await run(spec, args);
  } catch (error) {
    const [line, exitCode] = report(spec, error);
    process.stderr.write(`${line}\n`);
    code = exitCode;
  }
  process.exit(code);
}

async function run<O extends Options>(spec: CommandSpec<O>, args: readonly string[]): Promise<number> {
  // Whatever else is wrong with the call, somebody who asks for help gets it.
  const ended = args.indexOf('--');
  if ((ended < 0 ? args : args.slice(0, ended)).includes('--help')) {
    process.stdout.write(spec.usage);
    return 0;
  }
  const { values, positionals } = parse(spec, args);
  loadEnvFile();
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort());
  }
  return (await spec.run({ values, positionals, signal: controller.signal })) ?? 0;
}

function parse<O extends Options>(spec: CommandSpec<O>, args: readonly string[]) {
  let parsed: Parsed<O>;
  try {
    parsed = parseArgs({
      args: [...args],
      options: spec.options ?? ({} as O),
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(/\. To specify|\n/)[0] ?? '') : '');
  }
  const names = spec.positionals ?? [];
  const { positionals } = parsed;
  const required = names.filter((name) => !name.startsWith('['));
  const missing = required[positionals.length];
  if (missing !== undefined) throw new UsageError(say(TEXT.missing, { argument: missing }));
  const surplus = names.at(-1)?.endsWith('...') ? undefined : positionals[names.length];
  if (surplus !== undefined) throw new UsageError(say(TEXT.surplus, { argument: surplus }));
  return parsed;
}

function report<O extends Options>(spec: CommandSpec<O>, error: unknown): [string, number] {
  const stack = process.env.DEBUG ? `\n${inspect(error)}` : '';
  if (error instanceof UsageError) {
    return [`${error.message} ${say(TEXT.seeHelp, { name: spec.name })}${stack}`, 2];
  }
  const explained = spec.explain?.(error) ?? explain(error);
  if (explained !== null) return [explained + stack, 1];
  const message = error instanceof Error ? error.message : String(error);
  return [`${spec.name}: ${message.trim()}${stack || ` ${say(TEXT.debug)}`}`, 1];
}

function explain(error: unknown): string | null {
  if (error instanceof ConfigError) return error.in(terminalLanguage());
  if (error instanceof UserMistake) return error.message;
  if (error instanceof Error && 'code' in error && 'path' in error) {
    const sentence = SYSTEM_ERRORS[String(error.code)];
    if (sentence) return say(sentence, { path: String(error.path) });
  }
  return null;
}
