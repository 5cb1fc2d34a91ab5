import { expect, test } from 'vitest';
import { mayInvoke } from './may-invoke.ts';

const call = {
  sourceArn: 'arn:aws:execute-api:ap-northeast-1:111122223333:abc123/dev/GET/translate',
  account: '111122223333',
};
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const gateway = {
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
};

test.each([
  [
    'as the console writes it',
    {
      ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:ap-northeast-1:111122223333:abc123/*/GET/translate' },
    },
  ],
  [
    'for the whole API',
    { ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:ap-northeast-1:111122223333:abc123/*' } },
  ],
  ['by account', { StringEquals: { 'AWS:SourceAccount': '111122223333' } }],
  ['without any condition', {}],
])('is allowed %s', (_, Condition) => {
  expect(mayInvoke(policy({ ...gateway, Condition }), call).allowed).toBe(true);
});

test.each([
  [
    'another method',
    {
      ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:ap-northeast-1:111122223333:abc123/*/POST/translate' },
    },
  ],
  ['another account', { StringEquals: { 'AWS:SourceAccount': '999999999999' } }],
  ['a condition we cannot know', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
])('is not allowed for %s', (_, Condition) => {
  expect(mayInvoke(policy({ ...gateway, Condition }), call).allowed).toBe(false);
});

test('a deny wins over an allow', () => {
  expect(mayInvoke(policy(gateway, { ...gateway, Effect: 'Deny' }), call).allowed).toBe(false);
});

test('an API that was deleted is told by its id', () => {
  const old = {
    ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:ap-northeast-1:111122223333:old999/*/GET/translate' },
  };
  expect(mayInvoke(policy({ ...gateway, Condition: old }), call)).toEqual({
    allowed: false,
    otherApis: ['old999'],
  });
});

test('no policy allows nothing', () => {
  expect(mayInvoke(undefined, call)).toEqual({ allowed: false, otherApis: [] });
});
