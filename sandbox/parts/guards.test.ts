import { describe, expect, test } from 'vitest';
import { executeApiHost, refusalOf, sameToken } from './guards.ts';

const keeper = { port: 4566, allowedOrigins: new Set(['http://127.0.0.1:3000']), servesPages: false };
const asked = (arrival: Partial<Record<'host' | 'origin' | 'secFetchSite', string>>, more = {}) =>
  refusalOf(
    { host: '127.0.0.1:4566', origin: undefined, secFetchSite: undefined, ...arrival },
    { ...keeper, ...more },
  )?.status;

describe('the guard of every port', () => {
  test.each(['127.0.0.1:4566', 'localhost:4566', 'LOCALHOST:4566', '[::1]:4566'])('lets %s in', (host) => {
    expect(asked({ host })).toBeUndefined();
  });

  test.each([
    'evil.example:4566',
    'evil.example',
    '127.0.0.1:80',
    '127.0.0.1',
    '127.0.0.1:4566@evil.example',
    'localhost.evil.example:4566',
    'abc.execute-api.us-east-1.amazonaws.com',
    '0.0.0.0:4566',
    '127.0.0.2:4566',
    '',
  ])('turns the host %s away', (host) => {
    expect(asked({ host })).toBe(421);
  });

  test('turns away a request without a host', () => {
    expect(refusalOf({ host: undefined, origin: undefined, secFetchSite: undefined }, keeper)?.status).toBe(
      421,
    );
  });

  test.each([
    ['http://127.0.0.1:3000', undefined],
    ['http://127.0.0.1:3001', 403],
    ['http://localhost:3000', 403],
    ['https://127.0.0.1:3000', 403],
    ['http://127.0.0.1:4566', 403],
    ['null', 403],
    ['', 403],
  ])('the origin %s is answered with %s', (origin, status) => {
    expect(asked({ origin })).toBe(status);
  });

  test('where pages are served, a page of the very origin that is asked may ask', () => {
    const serving = { servesPages: true, extraHost: executeApiHost };
    expect(asked({ origin: 'http://127.0.0.1:4566' }, serving)).toBeUndefined();
    const host = 'abc.execute-api.localhost:4566';
    expect(asked({ host, origin: `http://${host}` }, serving)).toBeUndefined();
    expect(asked({ host, origin: 'http://other.execute-api.localhost:4566' }, serving)).toBe(403);
    expect(asked({ origin: 'http://localhost:4566' }, serving)).toBe(403);
    expect(asked({ host: 'evil.example', origin: 'http://evil.example' }, serving)).toBe(421);
  });

  test.each([
    ['cross-site', 403],
    ['Cross-Site', 403],
    ['same-site', undefined],
    ['same-origin', undefined],
    ['none', undefined],
  ])('Sec-Fetch-Site: %s is answered with %s', (secFetchSite, status) => {
    expect(asked({ secFetchSite })).toBe(status);
  });

  test.each([
    ['abc123.execute-api.ap-northeast-1.amazonaws.com', undefined],
    ['abc123.execute-api.ap-northeast-1.amazonaws.com:4566', undefined],
    ['abc123.execute-api.localhost:4566', undefined],
    ['abc123.execute-api.ap-northeast-1.amazonaws.com:99', 421],
    ['abc123.execute-api.evil.example', 421],
    ['abc123.execute-api.us-east-1.amazonaws.com.evil.example', 421],
    ['execute-api.localhost:4566', 421],
  ])("on the port of learners' APIs, the host %s is answered with %s", (host, status) => {
    expect(asked({ host }, { extraHost: executeApiHost })).toBe(status);
  });
});

test('a token is right only as a whole', () => {
  expect([
    sameToken('secret', 'secret'),
    sameToken('secre', 'secret'),
    sameToken(undefined, 'secret'),
  ]).toEqual([true, false, false]);
});
