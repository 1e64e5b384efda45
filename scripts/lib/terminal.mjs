// Plain JavaScript: runs before any dependency is there.

/**
 * The language for people at the terminal.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {'ko' | 'en'}
 */
export function terminalLanguage(env = process.env) {
  return /^ko(?:[_.@-]|$)/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ko' : 'en';
}

/**
 * Fills a sentence of the terminal's language.
 *
 * @param {{ en: string, ko: string }} sentence with `{name}` for values.
 * @param {Record<string, string | number>} values
 */
export function say(sentence, values = {}) {
  return sentence[terminalLanguage()].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** A mistake that the user can mend; shown as one line, without a stack trace. */
export class Refusal extends Error {}

/** @param {number} from `Date.now()` of the beginning. @returns {string} whole seconds, such as `41 s`. */
export function secondsSince(from) {
  return `${Math.round((Date.now() - from) / 1000)} s`;
}

/** Milliseconds between two signs of life where no line can be redrawn. */
const QUIET_BEAT = 10_000;

/**
 * Shows a long step: on a terminal its line counts the seconds, elsewhere it
 * is written at the beginning, grows a little, and is completed at the end.
 *
 * @template T
 * @param {string} label such as `1/4 Installing dependencies`.
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} out
 * @returns {Promise<T>}
 */
export async function step(label, work, out = process.stdout) {
  const from = Date.now();
  out.write(`${label}…`);
  const redraw = () => out.write(`\r${label}… ${secondsSince(from)}`);
  const clock = out.isTTY ? setInterval(redraw, 1000) : setInterval(() => out.write('.'), QUIET_BEAT);
  try {
    const result = await work();
    if (out.isTTY) redraw();
    else out.write(` ${secondsSince(from)}`);
    return result;
  } finally {
    clearInterval(clock);
    out.write('\n');
  }
}
