import { toHex } from '@smithy/core/serde';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCrypto } from '#sandbox/parts/node-crypto.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { serviceNames } from './service.ts';
import { canonicalOf, canonicalText } from './signature/canonical.ts';
import { readSigned } from './signature/signed.ts';
import { dialects } from './wire/dialects.ts';
import { receive } from './wire/incoming.ts';

const ACCOUNT = '111122223333';
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
        const request = requestOf(
          verb,
          where,
          { ...set, ...(authorization === null ? {} : { authorization }) },
          sent,
        );
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
        await expectAwsShaped(await sign(verb, where, kept, sent, service));
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);

type Sent = string | Uint8Array;

function requestOf(
  verb: string,
  where: string,
  set: Record<string, string | undefined>,
  sent: Sent,
): Request {
  const carries = verb !== 'GET' && verb !== 'HEAD' && sent.length > 0;
  const given = Object.entries(set).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new Request(`http://127.0.0.1${where}`, {
    method: verb,
    headers: given,
    ...(carries ? { body: sent as string } : {}),
  });
}

/** Signs by the same canonical request: what is tried here is everything behind the signature. */
async function sign(
  verb: string,
  where: string,
  set: Record<string, string | undefined>,
  sent: Sent,
  service: string,
): Promise<Request> {
  const date = new Date(sandbox.clock.now()).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const names = ['host', 'x-amz-date', ...('x-amz-target' in set ? ['x-amz-target'] : [])].join(';');
  const scope = `${date.slice(0, 8)}/ap-northeast-1/${service}/aws4_request`;
  const authorization = (signature: string) =>
    `AWS4-HMAC-SHA256 Credential=${ACCOUNT}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  const draft = requestOf(
    verb,
    where,
    { ...set, 'x-amz-date': date, authorization: authorization('x') },
    sent,
  );
  const incoming = await receive(draft);
  const canonical = canonicalText(canonicalOf(incoming, readSigned(incoming), nodeCrypto));
  const key = scope
    .split('/')
    .reduce<Uint8Array>(
      (previous, part) => nodeCrypto.hmacSha256(previous, part),
      new TextEncoder().encode(`AWS4${sandbox.secret}`),
    );
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${toHex(nodeCrypto.sha256(canonical))}`;
  const signed = authorization(toHex(nodeCrypto.hmacSha256(key, text)));
  return requestOf(verb, where, { ...set, 'x-amz-date': date, authorization: signed }, sent);
}
