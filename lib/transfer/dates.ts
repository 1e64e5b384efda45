/** A date as a source wrote it. */
export interface WrittenDate {
  /** UTC. */
  instant: Date;
  /** What the author's clock showed, as if it were UTC: Hugo makes addresses of it. */
  wall: Date;
  /** Whether the source named an offset or a zone. */
  zoned: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours by the names that RFC 822 §5 knows. Go reads any other name as UTC, and so do we. */
const namedOffsets: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const offset = String.raw`(?:Z|[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})`;

const iso = new RegExp(
  String.raw`^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ]\s*${clock})?\s*(${offset})?(?:\s+[A-Z]{3,5})?$`,
  'i',
);
const rfc822 = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{2}|\d{4})(?:\s+${clock})?\s*(${offset})?$`,
);
const ansi = new RegExp(
  String.raw`^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+${clock}(?:\s+(${offset}))?\s+(\d{4})$`,
);

/**
 * Reads a date in any form that Hugo or a feed writes: RFC 3339 with or without time, seconds and offset; RFC 822
 * and 1123; the C library's; a number of seconds since 1970. A date without time is midnight.
 *
 * @param zone IANA zone for what has no offset of its own.
 * @returns null for what is no date, and for one that does not exist, such as February 30th.
 */
export function parseDate(value: unknown, zone = 'UTC'): WrittenDate | null {
  if (value instanceof Date) return fromInstant(value);
  if (typeof value === 'number' || typeof value === 'bigint') return parseNumber(Number(value), zone);
  if (typeof value !== 'string') return null;
  const text = value.trim();

  let match = iso.exec(text);
  if (match) {
    const [, year, month, day, hour, minute, second, fraction, zoneName] = match;
    return build({ year, month: Number(month), day, hour, minute, second, fraction, zoneName }, zone);
  }
  match = rfc822.exec(text);
  if (match) {
    const [, day, name = '', year = '', hour, minute, second, fraction, zoneName] = match;
    const full = year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year;
    return build({ year: full, month: monthOf(name), day, hour, minute, second, fraction, zoneName }, zone);
  }
  match = ansi.exec(text);
  if (match) {
    const [, name = '', day, hour, minute, second, fraction, zoneName, year] = match;
    return build({ year, month: monthOf(name), day, hour, minute, second, fraction, zoneName }, zone);
  }
  return null;
}

interface Fields {
  year: string | undefined;
  month: number;
  day: string | undefined;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  fraction: string | undefined;
  zoneName: string | undefined;
}

function build(fields: Fields, zone: string): WrittenDate | null {
  const year = Number(fields.year);
  const day = Number(fields.day);
  const hour = Number(fields.hour ?? 0);
  const minute = Number(fields.minute ?? 0);
  const second = Number(fields.second ?? 0);
  const milliseconds = Math.trunc(Number(`0.${fields.fraction ?? 0}`) * 1000);
  const wall = new Date(0);
  wall.setUTCFullYear(year, fields.month - 1, day);
  // Date rolls February 30th over into March; a date that moves did not exist.
  if (year < 1 || wall.getUTCMonth() !== fields.month - 1 || wall.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  wall.setUTCHours(hour, minute, Math.min(second, 59), milliseconds);

  if (fields.zoneName === undefined) return { wall, instant: instantIn(wall, zone), zoned: false };
  const minutes = offsetMinutes(fields.zoneName);
  if (minutes === null) return null;
  return { wall, instant: new Date(wall.getTime() - minutes * 60_000), zoned: true };
}

function fromInstant(instant: Date): WrittenDate | null {
  return Number.isNaN(instant.getTime()) ? null : { instant, wall: instant, zoned: true };
}

/** YYYYMMDD where the digits look like it, else seconds since 1970; small numbers are a slip of the pen. */
function parseNumber(value: number, zone: string): WrittenDate | null {
  if (value >= 19_000_101 && value <= 21_001_231) return parseDate(String(value), zone);
  return value < 100_000_000 || value > 253_402_300_799 ? null : fromInstant(new Date(value * 1000));
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function offsetMinutes(name: string): number | null {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(name);
  if (!numeric) return (namedOffsets[name.toUpperCase()] ?? 0) * 60;
  const [, sign, hours, minutes] = numeric;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The instant at which a clock in `zone` shows `wall`. */
function instantIn(wall: Date, zone: string): Date {
  let instant = new Date(wall);
  // Twice, because the offset at the first guess may be the one before or after a change of summer time.
  for (let round = 0; round < 2; round += 1) {
    instant = new Date(wall.getTime() - (wallClock(instant, zone).getTime() - instant.getTime()));
  }
  return instant;
}

function wallClock(instant: Date, zone: string): Date {
  if (zone === 'UTC') return instant;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const milliseconds = instant.getUTCMilliseconds();
  return new Date(
    Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
      milliseconds,
    ),
  );
}

/** Whether the runtime knows an IANA zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * `YYYY-MM` of a post's address. What was written without an offset stays in the month that was written; what names
 * a moment is seen from the site's zone.
 */
export function monthOfDate(date: WrittenDate, zone: string): string {
  return (date.zoned ? wallClock(date.instant, zone) : date.wall).toISOString().slice(0, 7);
}
