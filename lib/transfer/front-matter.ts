import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { lineAt } from './text';

/** A table of front matter or configuration; keys in lower case at every depth, as Hugo compares them. */
export interface Table {
  [key: string]: unknown;
}

/** A file cut into what describes it and what it says. */
export interface Parsed {
  data: Table;
  body: string;
  /** 1-based line on which the body begins. */
  bodyLine: number;
}

export type FrontMatterProblem =
  | { problem: 'front-matter-unclosed'; line: number }
  | { problem: 'front-matter-broken'; line: number; detail: string };

export type Format = 'toml' | 'yaml' | 'json';

/** Bounds what a few bytes of aliases can grow into. */
const maxYamlAliases = 100;

/**
 * TOML's own dates have no way to say that they do not exist, and JavaScript rolls them over; as strings they reach
 * our one reader of dates as they were written.
 */
const tomlDates =
  /^([ \t]*"?(?:date|publishdate|pubdate|published|lastmod|modified|expirydate|unpublishdate)"?[ \t]*=[ \t]*)(\d{4}-\d{2}-\d{2}[^\s#"']*(?:[ ]\d{2}:\d{2}[^\s#"']*)?)/gim;

/**
 * Cuts front matter off: TOML between `+++`, YAML between `---`, or a JSON object at the start of the file.
 *
 * @param text cleaned text with LF line ends.
 */
export function splitFrontMatter(text: string): Parsed | FrontMatterProblem {
  const start = text.search(/\S/);
  if (start < 0) return { data: {}, body: '', bodyLine: 1 };
  const fence = /^(\+\+\+|---)[ \t]*(?:\n|$)/.exec(text.slice(start, start + 200));
  if (fence) return splitFenced(text, start, fence[1] === '+++' ? 'toml' : 'yaml');
  // `{{` begins a shortcode.
  if (text[start] === '{' && text[start + 1] !== '{') return splitJson(text, start);
  return { data: {}, body: text, bodyLine: 1 };
}

function splitFenced(text: string, start: number, format: 'toml' | 'yaml'): Parsed | FrontMatterProblem {
  const firstLine = lineAt(text, start);
  const open = text.indexOf('\n', start) + 1;
  const close = format === 'toml' ? /^\+\+\+[ \t]*$/m : /^---[ \t]*$/m;
  const end = open === 0 ? -1 : text.slice(open).search(close);
  if (end < 0) return { problem: 'front-matter-unclosed', line: firstLine };
  const parsed = parseTable(text.slice(open, open + end), format);
  if ('problem' in parsed) return { ...parsed, line: parsed.line + firstLine };
  const lineEnd = text.indexOf('\n', open + end);
  const bodyStart = lineEnd < 0 ? text.length : lineEnd + 1;
  return { data: parsed.data, body: text.slice(bodyStart), bodyLine: lineAt(text, bodyStart) };
}

function splitJson(text: string, start: number): Parsed | FrontMatterProblem {
  const firstLine = lineAt(text, start);
  const end = jsonEnd(text, start);
  if (end < 0) return { problem: 'front-matter-unclosed', line: firstLine };
  const parsed = parseTable(text.slice(start, end), 'json');
  if ('problem' in parsed) return { ...parsed, line: parsed.line + firstLine - 1 };
  const rest = text.slice(end).replace(/^[ \t]*\n/, '');
  return { data: parsed.data, body: rest, bodyLine: lineAt(text, text.length - rest.length) };
}

/** Offset behind the object that begins at `start`, negative where it never ends. */
function jsonEnd(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/**
 * Parses a whole table, of front matter or of a configuration file.
 *
 * @returns the table, or what is wrong with it; `line` counts from the first line of `text`.
 */
export function parseTable(
  text: string,
  format: Format,
): { data: Table } | Extract<FrontMatterProblem, { problem: 'front-matter-broken' }> {
  try {
    const value = parseAs(text, format);
    if (value === null || value === undefined) return { data: {} };
    if (typeof value !== 'object' || Array.isArray(value)) {
      return { problem: 'front-matter-broken', line: 1, detail: format.toUpperCase() };
    }
    return { data: lowerKeys(value) as Table };
  } catch (error) {
    return { problem: 'front-matter-broken', line: errorLine(error), detail: errorDetail(error) };
  }
}

function parseAs(text: string, format: Format): unknown {
  switch (format) {
    case 'toml':
      return parseToml(text.replace(tomlDates, '$1"$2"'));
    case 'yaml':
      return parseYaml(text, { maxAliasCount: maxYamlAliases, merge: true, logLevel: 'error' });
    case 'json':
      return JSON.parse(text);
  }
}

function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const result = Object.create(null) as Table;
  for (const [key, entry] of Object.entries(value)) result[key.toLowerCase()] = lowerKeys(entry);
  return result;
}

function errorLine(error: unknown): number {
  const { line, linePos } = error as { line?: unknown; linePos?: readonly { line: number }[] };
  return typeof line === 'number' ? line : (linePos?.[0]?.line ?? 1);
}

/** The first line of the parser's message; the rest draws the place, which the report names anyway. */
function errorDetail(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 200);
}

/** A value as text: strings as they are, numbers and booleans as written, null for everything else. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return null;
}

/** A value that may be one text or a list of them, without empty ones. */
export function asTexts(value: unknown): string[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.flatMap((entry) => asText(entry)?.trim() || []);
}

export function asTable(value: unknown): Table | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? (value as Table)
    : null;
}

/** A value that may be one table or a list of them. */
export function asTables(value: unknown): Table[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value])
    .map(asTable)
    .filter((table): table is Table => table !== null);
}

/** Booleans, and the strings that people write for them. */
export function asBoolean(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value.trim()));
}
