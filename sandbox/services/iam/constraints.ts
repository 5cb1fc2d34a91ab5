import { type Constraint, type Constraints, enforce } from '#sandbox/core/constraints.ts';

const NAME = /^[\w+=,.@-]+$/;
const DOCUMENT: Constraint = {
  minLength: 1,
  maxLength: 131_072,
  pattern: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/,
  patternText: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
};
const PATH: Constraint = {
  minLength: 1,
  maxLength: 512,
  pattern: /^((\/)|(\/[\u0021-\u007E]+\/))$/,
  patternText: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
};
const ARN: Constraint = { minLength: 20, maxLength: 2048 };

/** What IAM demands of a member, whichever operation it stands in. Source: botocore 1.43.11, iam/2010-05-08. */
const facts: Constraints = {
  roleName: { pattern: NAME, minLength: 1, maxLength: 64 },
  userName: { pattern: NAME, minLength: 1, maxLength: 64 },
  policyName: { pattern: NAME, minLength: 1, maxLength: 128 },
  policyArn: ARN,
  policySourceArn: ARN,
  permissionsBoundary: ARN,
  assumeRolePolicyDocument: DOCUMENT,
  policyDocument: DOCUMENT,
  path: PATH,
  pathPrefix: {
    minLength: 1,
    maxLength: 512,
    pattern: /^\/[\u0021-\u007F]*$/,
    patternText: '\\u002F[\\u0021-\\u007F]*',
  },
  description: { maxLength: 1000 },
  maxSessionDuration: { min: 3600, max: 43_200 },
  versionId: { pattern: /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/ },
  scope: { oneOf: ['All', 'AWS', 'Local'] },
  policyUsageFilter: { oneOf: ['PermissionsPolicy', 'PermissionsBoundary'] },
  entityFilter: { oneOf: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'] },
  status: { oneOf: ['Active', 'Inactive', 'Expired'] },
  accessKeyId: { minLength: 16, maxLength: 128, pattern: /^[\w]+$/ },
  accountAlias: {
    minLength: 3,
    maxLength: 63,
    pattern: /^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$/,
    patternText: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
  },
  tags: { maxLength: 50 },
  'tags.member.key': { required: true, minLength: 1, maxLength: 128 },
  'tags.member.value': { required: true, maxLength: 256 },
  tagKeys: { maxLength: 50 },
  actionNames: {},
  policyInputList: {},
  maxItems: { min: 1, max: 1000 },
  marker: { minLength: 1, maxLength: 320, pattern: /^[\u0020-\u00FF]+$/, patternText: '[\\u0020-\\u00FF]+' },
};

/** Refuses an input that breaks the model; `required` names what must not be left out. */
export function check(input: object, ...required: string[]): void {
  const rules = required.map((name) => [name, { ...facts[name], required: true }] as const);
  enforce(input, { ...facts, ...Object.fromEntries(rules) }, 'ValidationError');
}
