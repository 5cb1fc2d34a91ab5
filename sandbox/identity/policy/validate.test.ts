import { describe, expect, test } from 'vitest';
import { validatePolicy } from './validate.ts';

const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const trusting = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'lambda.amazonaws.com' },
};

describe("documents are refused in AWS's words", () => {
  test.each([
    ['no JSON', '{', 'Syntax errors in policy.'],
    ['a list', '[]', 'Syntax errors in policy.'],
    ['an unknown element', policy({ ...good, Principle: '*' }), 'Syntax errors in policy.'],
    ['no statement', policy(), 'Syntax errors in policy.'],
    ['another effect', policy({ ...good, Effect: 'allow' }), 'Syntax errors in policy.'],
    [
      'an old version',
      JSON.stringify({ Version: '2008-10-17', Statement: [good] }),
      'Policy document must be version 2012-10-17 or greater.',
    ],
    ['no action', policy({ Effect: 'Allow', Resource: '*' }), 'Policy statement must contain actions.'],
    ['no resource', policy({ Effect: 'Allow', Action: '*' }), 'Policy statement must contain resources.'],
    ['a principal', policy({ ...good, Principal: '*' }), 'Policy document should not specify a principal.'],
    [
      'an action without a service',
      policy({ ...good, Action: 'GetObject' }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'two colons',
      policy({ ...good, Action: 's3:Get:Object' }),
      'Actions/Condition can contain only one colon.',
    ],
    ['an odd vendor', policy({ ...good, Action: 's 3:GetObject' }), 'Vendor s 3 is not valid'],
    [
      'a name for a resource',
      policy({ ...good, Resource: 'bucket' }),
      'Resource bucket must be in ARN format or "*".',
    ],
    [
      'an unknown partition',
      policy({ ...good, Resource: 'arn:foo:s3:::b' }),
      'Partition "foo" is not valid for resource "arn:foo:s3:::b".',
    ],
    [
      'a role in a region',
      policy({ ...good, Resource: 'arn:aws:iam:us-east-1:1:role/r' }),
      'IAM resource arn:aws:iam:us-east-1:1:role/r cannot contain region information.',
    ],
    [
      'an unknown operator',
      policy({ ...good, Condition: { StringEqual: { a: 'b' } } }),
      'Invalid Condition type : StringEqual.',
    ],
    [
      'one Sid twice',
      policy({ ...good, Sid: 'a' }, { ...good, Sid: 'a' }),
      'Statement IDs (SID) in a single policy must be unique.',
    ],
  ])('a managed policy with %s', (_what, document, message) => {
    expect(() => validatePolicy(document, 'managed')).toThrow(
      expect.objectContaining({ code: 'MalformedPolicyDocument', message }),
    );
  });

  test.each([
    ['no JSON', '{', 'This policy contains invalid Json'],
    ['an unknown field', policy({ ...trusting, Principle: '*' }), 'Unknown field Principle'],
    [
      'no principal',
      policy({ Effect: 'Allow', Action: 'sts:AssumeRole' }),
      'Missing required field Principal',
    ],
    ['no action', policy({ Effect: 'Allow', Principal: '*' }), 'Missing required field Action'],
    ['a resource', policy({ ...trusting, Resource: '*' }), 'Has prohibited field Resource'],
    [
      'a wildcard in a principal',
      policy({ ...trusting, Principal: { AWS: 'arn:aws:iam::111111111111:role/*' } }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:role/*"',
    ],
  ])('a trust policy with %s', (_what, document, message) => {
    expect(() => validatePolicy(document, 'trust')).toThrow(expect.objectContaining({ message }));
  });

  test('what is right passes: lists or single values, old versions inline, one statement without a list', () => {
    validatePolicy(
      policy({ ...good, Action: ['s3:*', '*'], Resource: ['*', 'arn:aws:s3:::b/*'] }),
      'managed',
    );
    validatePolicy(JSON.stringify({ Version: '2012-10-17', Statement: good }), 'managed');
    validatePolicy(JSON.stringify({ Statement: [good] }), 'inline');
    validatePolicy(
      policy({ ...good, Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a', 1, true] } } }),
      'session',
    );
    validatePolicy(policy({ ...trusting, Principal: '*' }), 'trust');
  });
});

function policy(...Statement: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
