/** The clock of a time zone at a moment. */
function clock(date: Date, timeZone: string): Record<string, number> {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
}

/** Milliseconds by which a zone's clock is ahead of UTC at a moment. */
function offset(date: Date, timeZone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = clock(date, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000;
}

/**
 * @param date a moment.
 * @param timeZone IANA.
 * @returns what an `<input type="datetime-local">` shows of it, to the minute: `2026-11-25T09:30`.
 */
export function toInput(date: Date, timeZone: string): string {
  return new Date(date.getTime() + offset(date, timeZone)).toISOString().slice(0, 16);
}

/**
 * @param value of an `<input type="datetime-local">`.
 * @param timeZone IANA, whose clock the value is of.
 * @returns the moment, or null for what is no date. An hour that clocks skip is the one after it; of an hour that they
 *   go through twice it is the first.
 */
export function fromInput(value: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?/.test(value)) return null;
  const local = Date.parse(`${value}Z`);
  if (Number.isNaN(local)) return null;
  // The offset depends on the moment that is looked for: take both that the zone has around it.
  const offsets = [local - 86_400_000, local + 86_400_000].map((near) => offset(new Date(near), timeZone));
  const moments = offsets.map((by) => new Date(local - by));
  const right = moments.filter((moment) => moment.getTime() + offset(moment, timeZone) === local);
  const [first] = right.length > 0 ? right.sort((a, b) => a.getTime() - b.getTime()) : moments;
  return first ?? null;
}

/** @returns the day of a moment in a zone, `YYYY-MM-DD`. */
export function dayOf(date: Date, timeZone: string): string {
  return toInput(date, timeZone).slice(0, 10);
}
