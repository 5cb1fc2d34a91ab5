import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf, isLocalTime, isTimeZone, localAt } from './local-time.ts';

const zones = [
  'UTC',
  'Asia/Tokyo',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'Europe/London',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
];
const anyZone = fc.constantFrom(...zones);
const minute = 60_000;
const anyMinute = fc
  .integer({ min: Date.UTC(2010, 0) / minute, max: Date.UTC(2035, 0) / minute })
  .map((at) => at * minute);

describe('a local time', () => {
  test.each([
    ['2026-12-01T18:00', 'UTC', '2026-12-01T18:00Z'],
    ['2026-12-01T18:00', 'Asia/Tokyo', '2026-12-01T09:00Z'],
    ['2026-12-01T00:00', 'Asia/Ho_Chi_Minh', '2026-11-30T17:00Z'],
    ['2026-07-01T18:00', 'America/New_York', '2026-07-01T22:00Z'],
    ['2026-12-01T18:00', 'America/New_York', '2026-12-01T23:00Z'],
    ['2026-12-01T18:00', 'Asia/Kathmandu', '2026-12-01T12:15Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(new Date(instantOf(local, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  test('that the clock skips in spring is as long after midnight as it would have been', () => {
    expect(instantOf('2026-03-08T02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T07:30Z'));
    expect(instantOf('2026-03-29T01:15', 'Europe/London')).toBe(Date.parse('2026-03-29T01:15Z'));
    expect(instantOf('2011-12-30T12:00', 'Pacific/Apia')).toBe(Date.parse('2011-12-30T22:00Z'));
  });

  test('that the clock shows twice in autumn is the second of the two', () => {
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T06:30Z'));
    expect(instantOf('2026-10-25T01:30', 'Europe/London')).toBe(Date.parse('2026-10-25T01:30Z'));
  });

  test('around a change of the clock is itself', () => {
    expect(instantOf('2026-03-08T01:59', 'America/New_York')).toBe(Date.parse('2026-03-08T06:59Z'));
    expect(instantOf('2026-03-08T03:00', 'America/New_York')).toBe(Date.parse('2026-03-08T07:00Z'));
    expect(instantOf('2026-11-01T02:00', 'America/New_York')).toBe(Date.parse('2026-11-01T07:00Z'));
    expect(instantOf('2026-11-01T00:59', 'America/New_York')).toBe(Date.parse('2026-11-01T04:59Z'));
  });

  test('is read back from its instant, or is the second of two', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (at, zone) => {
        const local = localAt(at, zone);
        const again = instantOf(local, zone);
        expect(localAt(again, zone)).toBe(local);
        expect(again).toBeGreaterThanOrEqual(at);
        expect(again - at).toBeLessThanOrEqual(60 * minute);
      }),
      { numRuns: 300 },
    );
  });

  test('that is later is never an earlier instant', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 0, max: 3000 }), anyZone, (at, later, zone) => {
        const [a, b] = [at, at + later * minute].map((one) => new Date(one).toISOString().slice(0, 16));
        expect(instantOf(b ?? '', zone)).toBeGreaterThanOrEqual(instantOf(a ?? '', zone) - 60 * minute);
      }),
      { numRuns: 300 },
    );
  });

  test('goes on by days of the calendar', () => {
    expect(addDays('2026-02-27T18:00', 2)).toBe('2026-03-01T18:00');
    expect(addDays('2026-12-31T00:00', 1)).toBe('2027-01-01T00:00');
  });

  test.each(['2026-12-01T18:00', '2028-02-29T00:00', '2026-12-01T23:59:59'])('may be written %s', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  test.each([
    '2026-12-01',
    '2026-12-1T18:00',
    '2026-02-29T00:00',
    '2026-12-01T24:00',
    '2026-12-01T18:60',
    '2026-12-01T18:00Z',
    '2026-12-01T18:00+09:00',
    '2026-13-01T18:00',
    '',
  ])('may not be written %s', (text) => {
    expect(isLocalTime(text)).toBe(false);
  });
});

test('a time zone is a name that IANA gave', () => {
  for (const zone of zones) expect(isTimeZone(zone), zone).toBe(true);
  for (const zone of ['Asia/Tokio', '+09:00', 'JST', '', 'Asia']) expect(isTimeZone(zone), zone).toBe(false);
});
