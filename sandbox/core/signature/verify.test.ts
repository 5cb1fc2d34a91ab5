import { expect, test } from 'vitest';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Credentials } from '#sandbox/core/identity.ts';
import { receive } from '#sandbox/core/wire/incoming.ts';
import { nodeCrypto } from '#sandbox/parts/node-crypto.ts';
import { readSigned } from './signed.ts';
import { verifier } from './verify.ts';

const KEY = 'AKIDEXAMPLE';
const credentials: Credentials = {
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  principal: {
    kind: 'user',
    account: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/u',
    userId: 'AIDA',
    userName: 'u',
  },
};
const SIGNED_AT = Date.parse('2026-03-25T12:34:56Z');

interface Asked {
  method?: string;
  path?: string;
  body?: string;
  signature?: string;
  key?: string;
  now?: number;
  credentials?: Partial<Credentials>;
  signedHeaders?: string;
  headers?: Record<string, string>;
}

/** What verifying says: the caller's ARN or the error, and what the log is told. */
async function verify(asked: Asked) {
  const { method = 'GET', path = '/2015-03-31/functions', key = KEY, now = SIGNED_AT } = asked;
  const { signature = FUNCTIONS, signedHeaders = 'host;x-amz-date' } = asked;
  const request = new Request(`http://lambda.us-east-1.amazonaws.com${path}`, {
    method,
    headers: {
      'x-amz-date': '20260325T123456Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260325/us-east-1/lambda/aws4_request, SignedHeaders=${signedHeaders}, Signature=${signature}`,
      ...asked.headers,
    },
    ...(asked.body === undefined ? {} : { body: asked.body }),
  });
  const incoming = await receive(request);
  const known = { ...credentials, ...asked.credentials };
  const clock = { now: () => now, sleep: async () => {} };
  const details: string[] = [];
  try {
    const caller = verifier({ crypto: nodeCrypto, clock }, (id) => (id === KEY ? known : undefined)).verify(
      incoming,
      readSigned(incoming),
      (detail) => details.push(detail),
    );
    return { arn: caller.arn, details };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { code: error.code, message: error.message, details };
  }
}

const FUNCTIONS = '2d9065f965d76a49dca5808a921f4d12077173b8e68fbe0d188cb089c85d4d94';

const signedByBotocore: Asked[] = [
  {},
  {
    method: 'POST',
    path: '/2015-03-31/functions/f/invocations',
    body: '{"a":1}',
    signature: 'effef092d501df8ed3424dc0099fa09de1e1cbd229b593ee34f96ec91284d6b2',
  },
  {
    path: '/2015-03-31/functions/f?Qualifier=prod',
    signature: '9a22571a7797e86088ef15ef4742b903f6f640b228db61d238ab2fdfe1693276',
  },
];

test.each(signedByBotocore)('accepts what botocore signed: %o', async (asked) => {
  expect(await verify(asked)).toMatchObject({ arn: credentials.principal.arn });
});

test.each([
  { path: '/2015-03-31/functions/other' },
  { path: '/2015-03-31/functions?MaxItems=1' },
  { method: 'POST', body: 'x' },
  { signature: FUNCTIONS.replace('2', '3') },
  { credentials: { secretAccessKey: 'another' } },
] satisfies Asked[])('refuses what was changed after signing: %o', async (asked) => {
  expect(await verify(asked)).toMatchObject({
    code: 'InvalidSignatureException',
    message: expect.stringContaining('does not match the signature you provided'),
  });
});

test('says where the canonical request differed when a usual mistake explains it', async () => {
  const answer = await verify({
    method: 'POST',
    body: '{"a":1}',
    path: '/2015-03-31/functions/f/invocations',
    signature: 'x',
  });
  expect(answer.details[0]).toContain('the secret access key is wrong');
  const unsorted = await verify({ path: '/2015-03-31/functions?MaxItems=1' });
  expect(unsorted.details[0]).toContain(
    'The query string was left out; line "query": signed "", expected "MaxItems=1"',
  );
});

test('knows no other key', async () => {
  expect(await verify({ key: 'AKIDOTHER' })).toMatchObject({
    code: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  });
});

test.each([
  [SIGNED_AT + 299_000, undefined],
  [SIGNED_AT - 299_000, undefined],
  [
    SIGNED_AT + 301_000,
    'Signature expired: 20260325T123456Z is now earlier than 20260325T123457Z (20260325T123957Z - 5 min.)',
  ],
  [
    SIGNED_AT - 301_000,
    'Signature not yet current: 20260325T123456Z is still later than 20260325T123455Z (20260325T122955Z + 5 min.)',
  ],
])('holds for five minutes before and after: %d', async (now, message) => {
  const answer = await verify({ now });
  expect(answer.message).toBe(message);
});

test('a session needs its own token, and ends', async () => {
  const session = { sessionToken: 'token', expiresAt: SIGNED_AT + 1 };
  expect(await verify({ credentials: session })).toMatchObject({ code: 'UnrecognizedClientException' });
  expect(await verify({ credentials: { ...session, expiresAt: SIGNED_AT } })).toMatchObject({
    code: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  });
});

test('what says who and what is asked must be signed', async () => {
  expect(await verify({ signedHeaders: 'x-amz-date' })).toMatchObject({ code: 'InvalidSignatureException' });
  expect(await verify({ headers: { 'x-amz-target': 'DynamoDB_20120810.DeleteTable' } })).toMatchObject({
    code: 'InvalidSignatureException',
    details: ['line "signedHeaders": x-amz-target must be signed'],
  });
});

test.each([
  'Basic abc',
  'AWS4-HMAC-SHA256',
  'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=x',
  'AWS4-HMAC-SHA256 Credential=a/20260325/../lambda/aws4_request, SignedHeaders=host, Signature=x',
])('an incomplete header is no signature: %s', async (authorization) => {
  const answer = await verify({ headers: { authorization } });
  expect(answer.code).toMatch(/^(IncompleteSignatureException|InvalidSignatureException)$/);
});
