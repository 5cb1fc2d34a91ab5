const day = 86_400_000;

/** `2026-12-01T18:00`, with seconds if need be: a time on the wall of some place, on a day that there is. */
export function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return false;
  const asUtc = asIfUtc(text);
  return !Number.isNaN(asUtc) && written(asUtc).startsWith(text) && !text.includes('T24');
}

/** A name such as `Asia/Tokyo`; an offset is none, since it knows no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^(UTC|[A-Za-z]+(?:[_+/-][A-Za-z0-9]+)*\/[A-Za-z0-9_+-]+)$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The time zones that may be meant, for "Did you mean". */
export const timeZones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/**
 * The instant of a local time. Of two, where the clock is put back, the later; a time that the clock skips is as long after
 * the last midnight as it would have been: in both, what a learner may have meant in good faith.
 */
export function instantOf(local: string, timeZone: string): number {
  return instantOn(clockIn(timeZone), local);
}

/** The instants of a place, for who asks for many: each is reckoned once. */
export function instantsIn(timeZone: string): (local: string) => number {
  const known = new Map<string, number>();
  const clock: { there?: Clock } = {};
  return (local) => {
    const before = known.get(local);
    if (before !== undefined) return before;
    clock.there ??= clockIn(timeZone);
    const at = instantOn(clock.there, local);
    known.set(local, at);
    return at;
  };
}

function instantOn(clock: Clock, local: string): number {
  const wall = asIfUtc(local);
  const instants = [wall - day, wall + day].map((near) => wall - (clock(near) - near));
  const real = instants.filter((at) => clock(at) === wall);
  return Math.max(...(real.length > 0 ? real : instants));
}

/** What the clock shows there, to the minute. */
export function localAt(at: number, timeZone: string): string {
  return written(clockIn(timeZone)(at)).slice(0, 16);
}

/** The same time of day, so many days later. */
export function addDays(local: string, days: number): string {
  return written(asIfUtc(local) + days * day).slice(0, local.length);
}

/** An instant as a place's wall clock shows it, counted as if it were UTC. */
type Clock = (at: number) => number;

function clockIn(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day: date, hour, minute, second } = part;
    return Date.UTC(year, month - 1, date, hour, minute, second);
  };
}

const asIfUtc = (local: string): number => Date.parse(`${local}Z`);

const written = (asUtc: number): string => new Date(asUtc).toISOString().slice(0, 19);
