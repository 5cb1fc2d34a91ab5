import { describe, expect, it } from 'vitest';
import { filterPattern } from './filter-pattern.ts';

const start = 'START RequestId: 8f5c-1 Version: $LATEST';
const info = "[INFO]\t2026-11-20T12:00:00.000Z\t8f5c-1\t{'key1': 'value1'}";
const json = JSON.stringify({
  level: 'INFO',
  x: 4,
  name: 'Unauthorized access',
  none: null,
  yes: true,
  list: [{ id: 7 }],
  'odd-name': 1,
});
const access = '127.0.0.1 - frank [10/Oct/2025:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';

describe('a filter pattern', () => {
  it.each([
    ['', start, true],
    ['"START RequestId"', start, true],
    ['"START  RequestId"', start, false],
    ['start', start, false],
    ['START Version', start, true],
    ['START REPORT', start, false],
    ['"[INFO]"', info, true],
    ['"[INFO]"', start, false],
    ['START -LATEST', start, false],
    ['START -"no such"', start, true],
    ['?REPORT ?START', start, true],
    ['?REPORT ?END', start, false],
    ['?REPORT START', start, true],
    ['"say \\"hi\\""', 'say "hi"', true],
    ['%RequestId: [a-z0-9-]+%', start, true],
    ['%^RequestId%', start, false],
  ])('%s on text', (pattern, message, expected) => {
    expect(filterPattern(pattern)(message)).toBe(expected);
  });

  it.each([
    ['{ $.level = "INFO" && $.x > 3 }', true],
    ['{ $.level = "INFO" && $.x > 4 }', false],
    ['{ $.level = INFO }', true],
    ['{ $.level = "ERROR" || ($.x >= 4 && $.x <= 4) }', true],
    ['{ $.level != "INFO" }', false],
    ['{ $.missing != "INFO" }', false],
    ['{ $.missing NOT EXISTS }', true],
    ['{ $.level NOT EXISTS }', false],
    ['{ $.none IS NULL }', true],
    ['{ $.yes IS TRUE }', true],
    ['{ $.yes IS FALSE }', false],
    ['{ $.name = "Unauth*" }', true],
    ['{ $.name = "*denied*" }', false],
    ['{ $.list[0].id = 7 }', true],
    ['{ $.list[1].id = 7 }', false],
    ['{ $.odd-name = 1 }', true],
    ["{ $['odd-name'] = 1 }", true],
    ['{$.x=4}', true],
    ['{ $.name = %[Uu]nauth% }', true],
  ])('%s on JSON', (pattern, expected) => {
    expect(filterPattern(pattern)(json)).toBe(expected);
    expect(filterPattern(pattern)('no json')).toBe(false);
  });

  it.each([
    ['[ip, id, user, timestamp, request, status, bytes]', true],
    ['[ip, id, user, timestamp, request, status=404, bytes]', true],
    ['[ip, id, user, timestamp, request, status = 4*, bytes > 1000]', true],
    ['[ip, id, user, timestamp, request = "*POST*", status, bytes]', false],
    ['[..., status = 404, bytes]', true],
    ['[ip = 127.0.0.1, ...]', true],
    ['[ip, id]', false],
    ['[..., status = 500 || status = 404, bytes]', true],
  ])('%s on fields', (pattern, expected) => {
    expect(filterPattern(pattern)(access)).toBe(expected);
  });

  it.each([
    ['RequestId:', "Invalid character(s) in term 'RequestId:'"],
    ['"open', 'Invalid character(s) in term'],
    ['{ $.a = }', 'Invalid filter pattern'],
    ['{ $.a = 1', 'Invalid filter pattern'],
    ['{ $.a > "x" }', 'Invalid filter pattern'],
    ['{ a = 1 }', 'Invalid filter pattern'],
    ['[a, b', 'Invalid filter pattern'],
    ['%(?=x)%', 'Invalid filter pattern'],
  ])('that is wrong is refused: %s', (pattern, message) => {
    expect(() => filterPattern(pattern)).toThrow(message);
  });
});
