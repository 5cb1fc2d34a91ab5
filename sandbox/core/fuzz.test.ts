import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { rawRequest, signedRequest } from '#sandbox/testing/signed-request.ts';
import { serviceNames } from './service.ts';
import { dialects } from './wire/dialects.ts';

const sandbox = openSandbox();

/** An answer in AWS's form: a status and, where it is an error, a code in the protocol's own place. */
async function expectAwsShaped(request: Request): Promise<void> {
  const response = await sandbox.fetch(request);
  const body = await response.text();
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  if (response.status < 400) return;
  const type = response.headers.get('content-type') ?? '';
  if (type === 'text/xml') expect(body).toMatch(/<Error><Type>\w+<\/Type><Code>[\w.]+<\/Code>/);
  else if (type === 'application/cbor') expect(body).toContain('__type');
  else if (response.headers.has('x-amzn-errortype')) JSON.parse(body);
  else expect(JSON.parse(body).__type).toMatch(/^[\w.#]+$/);
  // A crash would be this; whatever comes in, it is never our fault.
  expect(`${response.status} ${body}`).not.toContain('InternalFailure');
}

const target = fc
  .tuple(
    fc.constantFrom(...Object.values(dialects).map((one) => one.target ?? 'X')),
    fc.constantFrom(...names()),
  )
  .map(([prefix, operation]) => `${prefix}.${operation}`);

function names(): string[] {
  return [
    'ListTables',
    'PutItem',
    'Query',
    'GetMetricData',
    'PutLogEvents',
    'TranslateText',
    'SendMessage',
    'Nothing',
    '__proto__',
  ];
}

const headerText = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, ''));
const path = fc.oneof(
  fc.constant('/'),
  fc.webPath(),
  fc.constantFrom(
    '/2015-03-31/functions',
    '/restapis',
    '/restapis/%ff/resources',
    '/service/GraniteServiceVersion20100801/operation/ListMetrics',
  ),
  fc.string({ maxLength: 80 }).map((text) => `/${encodeURI(text.toWellFormed())}`),
);
const headers = fc.record(
  {
    'x-amz-target': fc.oneof(target, headerText),
    'content-type': fc.constantFrom(
      'application/x-amz-json-1.0',
      'application/x-amz-json-1.1',
      'application/x-www-form-urlencoded; charset=utf-8',
      'application/json',
      'application/cbor',
    ),
    'smithy-protocol': fc.constantFrom('rpc-v2-cbor', 'x'),
    'content-encoding': fc.constantFrom('gzip', 'br'),
    'x-amz-date': fc.oneof(fc.constant('20260101T000000Z'), headerText),
    'x-amz-security-token': headerText,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.constant(''),
  fc.json(),
  fc.constant('['.repeat(100_000)),
  fc.constant('{"TableName":'.repeat(5_000)),
  fc.string(),
  fc
    .array(fc.tuple(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 })))
    .map((pairs) => new URLSearchParams(pairs).toString()),
  fc.constantFrom(
    'Action=GetCallerIdentity',
    'Action=ListRoles&MaxItems=x',
    'Action=CreateRole&Tags.member.1.Key=a&Tags.member.__proto__.Key=b',
    `Action=ListRoles&${'a.'.repeat(1000)}=1`,
  ),
  fc.uint8Array({ maxLength: 300 }),
);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD');

test('whatever comes unsigned or badly signed is refused in AWS form', async () => {
  await fc.assert(
    fc.asyncProperty(
      method,
      path,
      headers,
      body,
      fc.option(headerText),
      async (verb, where, set, sent, authorization) => {
        const request = rawRequest({
          method: verb,
          path: where,
          headers: { ...set, ...(authorization === null ? {} : { authorization }) },
          body: sent,
        });
        const response = await sandbox.fetch(request.clone());
        expect(response.status).toBeGreaterThanOrEqual(400);
        await expectAwsShaped(request);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever comes well signed is answered in AWS form', async () => {
  await fc.assert(
    fc.asyncProperty(
      method,
      path,
      headers,
      body,
      fc.oneof(fc.constantFrom(...serviceNames), fc.constantFrom('s3', 'constructor', '__proto__')),
      async (verb, where, set, sent, service) => {
        const { 'x-amz-date': _date, 'x-amz-security-token': _token, ...kept } = set;
        await expectAwsShaped(
          await signedRequest(sandbox, service, { method: verb, path: where, headers: kept, body: sent }),
        );
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);
