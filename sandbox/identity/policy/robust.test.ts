import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { contextValues } from '../context.ts';
import { combine } from './combine.ts';
import { readPolicy } from './document.ts';
import { type PolicyKind, validatePolicy } from './validate.ts';

const caller: Principal = {
  kind: 'user',
  account: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/ann',
  userId: 'AIDA',
  userName: 'ann',
};

const text = fc.constantFrom(
  '',
  '*',
  '?',
  'a',
  's3:*',
  'sts:AssumeRole',
  'arn:aws:s3:::*',
  '__proto__',
  'constructor',
  'toString',
  '$' + '{constructor}',
  '$' + '{',
  '$' + "{a, 'b'}",
  'lambda.amazonaws.com',
  '10.0.0.0/99',
  '2026-13-45',
);
const value = fc.oneof(
  text,
  fc.array(fc.oneof(text, fc.boolean(), fc.integer()), { maxLength: 3 }),
  fc.constantFrom(null, 7, true, {}),
);
const map = (keys: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(keys, values), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
const operator = fc.constantFrom(
  'StringEquals',
  'Null',
  'Bool',
  'IpAddress',
  'DateLessThan',
  'NumericEquals',
  'ArnLikeIfExists',
  'ForAllValues:StringLike',
  'constructor',
  '__proto__',
);
const change = fc.oneof(
  fc.tuple(
    fc.constantFrom('Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal'),
    value,
  ),
  fc.tuple(fc.constant('Principal'), map(fc.constantFrom('AWS', 'Service', 'constructor'), value)),
  fc.tuple(fc.constant('Condition'), fc.oneof(value, map(operator, fc.oneof(value, map(text, value))))),
);
const statement = fc
  .tuple(
    fc.constantFrom(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' },
    ),
    fc.array(change, { maxLength: 3 }),
  )
  .map(([right, changes]) => ({ ...right, ...Object.fromEntries(changes) }));
const document = fc
  .record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', 5),
    Statement: fc.oneof(value, statement, statement, fc.array(statement, { maxLength: 2 })),
  })
  .map((one) => JSON.stringify(one));

test('a document is refused in words or can be evaluated, whatever stands in it', () => {
  let passed = 0;
  fc.assert(
    fc.property(document, fc.constantFrom<PolicyKind>('inline', 'trust'), (policy, kind) => {
      try {
        validatePolicy(policy, kind);
      } catch (error) {
        expect(error).toBeInstanceOf(AwsError);
        return;
      }
      passed++;
      const read = readPolicy(policy);
      const set = kind === 'trust' ? { identity: [], resource: read } : { identity: [read] };
      const context = contextValues({ a: 'b', 'aws:sourceip': '10.0.0.1' });
      combine(
        { ...set, owner: caller.account },
        { action: 'sts:AssumeRole', resource: '*', caller, context },
      );
    }),
    { numRuns: 20_000 },
  );
  expect(passed).toBeGreaterThan(1000);
});

test("a resource's policy that nobody validated can be read and evaluated, or not read at all", () => {
  fc.assert(
    fc.property(document, (policy) => {
      let resource: ReturnType<typeof readPolicy>;
      try {
        resource = readPolicy(policy);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const request = { action: 'sts:AssumeRole', resource: '*', caller, context: contextValues({}) };
      combine({ identity: [], resource, owner: caller.account }, request);
    }),
    { numRuns: 20_000 },
  );
});
