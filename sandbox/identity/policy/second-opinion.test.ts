import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Principal } from '#sandbox/core/principal.ts';
import { contextValues } from '../context.ts';
import { combine } from './combine.ts';
import { readPolicy } from './document.ts';

const HOME = '111111111111';
const AWAY = '222222222222';
const ANN = `arn:aws:iam::${HOME}:user/ann`;
const ROLE = `arn:aws:iam::${HOME}:role/r`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/r/s`;
const GATEWAY = 'apigateway.amazonaws.com';

const callers: Record<string, Principal> = {
  [ANN]: { kind: 'user', account: HOME, arn: ANN, userId: 'AIDA', userName: 'ann' },
  [SESSION]: {
    kind: 'role',
    account: HOME,
    arn: SESSION,
    userId: 'AROA:s',
    roleArn: ROLE,
    roleName: 'r',
    sessionName: 's',
  },
  [GATEWAY]: { kind: 'service', account: HOME, arn: GATEWAY, userId: GATEWAY, service: GATEWAY },
};

const requests = [
  [
    'lambda:InvokeFunction',
    (account: string) => `arn:aws:lambda:us-east-1:${account}:function:translate-function`,
  ],
  ['lambda:GetFunction', (account: string) => `arn:aws:lambda:us-east-1:${account}:function:course-a`],
  ['dynamodb:PutItem', (account: string) => `arn:aws:dynamodb:us-east-1:${account}:table/ann`],
  ['sts:AssumeRole', (account: string) => `arn:aws:iam::${account}:role/target`],
] as const;

const actions = [
  '*',
  'lambda:*',
  'lambda:Invoke*',
  'LAMBDA:getfunction',
  'dynamodb:Put?tem',
  'sts:AssumeRole',
  's3:GetObject',
];
const resources = [
  '*',
  'arn:aws:lambda:*:*:function:translate-*',
  `arn:aws:lambda:us-east-1:${HOME}:function:course-?`,
  `arn:aws:lambda:us-east-1:${AWAY}:function:*`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how policies write variables
  'arn:aws:dynamodb:*:*:table/${aws:username}',
  'arn:aws:iam::*:role/*',
];

const given = {
  'aws:username': ['ann', 'bob'],
  'aws:SourceArn': ['arn:aws:execute-api:us-east-1:1:api/dev/GET/translate', 'arn:aws:s3:::bucket'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:SourceIp': ['10.1.2.3', '192.0.2.7', '2001:db8::7'],
  'aws:CurrentTime': ['2026-11-20T22:00:00Z', '2027-02-01T00:00:00Z'],
  'aws:UserAgent': ['a', 'A', 'b*'],
  'aws:MultiFactorAuthAge': ['9', '10', '11'],
  'aws:CalledVia': [['a'], ['a', 'b'], ['c', 'b']],
};

const operators: Array<[string[], keyof typeof given, string[]]> = [
  [
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    'aws:UserAgent',
    ['a', 'A', 'b*', '*', '?'],
  ],
  [
    ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'],
    'aws:SourceArn',
    ['arn:aws:execute-api:*:1:api/*/GET/translate', 'arn:aws:s3:::*', 'arn:aws:s3:::bucket'],
  ],
  [['Bool'], 'aws:MultiFactorAuthPresent', ['true', 'false']],
  [['IpAddress', 'NotIpAddress'], 'aws:SourceIp', ['10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32']],
  [
    [
      'DateLessThan',
      'DateGreaterThan',
      'DateLessThanEquals',
      'DateGreaterThanEquals',
      'DateEquals',
      'DateNotEquals',
    ],
    'aws:CurrentTime',
    ['2026-11-20T22:00:00Z', '2027-01-01T00:00:00Z'],
  ],
  [
    [
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
      'NumericEquals',
      'NumericNotEquals',
    ],
    'aws:MultiFactorAuthAge',
    ['10', '10.0', '11'],
  ],
  [['Null'], 'aws:UserAgent', ['true', 'false']],
  [
    [
      'ForAllValues:StringEquals',
      'ForAnyValue:StringLike',
      'ForAllValues:StringNotEquals',
      'ForAnyValue:StringNotLike',
    ],
    'aws:CalledVia',
    ['a', 'b', '?'],
  ],
];

const condition = fc.constantFrom(...operators).chain(([names, key, values]) =>
  fc.record({
    operator: fc.constantFrom(...names),
    ifExists: fc.boolean(),
    wanted: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
    key: fc.constantFrom(key, key.toUpperCase()),
  }),
);

const conditions = fc
  .array(condition, { maxLength: 2 })
  .map((list) =>
    Object.fromEntries(
      list.map(({ operator, ifExists, wanted, key }) => [
        ifExists && takesIfExists(operator) ? `${operator}IfExists` : operator,
        { [key]: operator === 'Null' ? wanted.slice(0, 1) : wanted },
      ]),
    ),
  );

const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    Action: some(actions),
    Resource: some(resources),
    notAction: often(false),
    notResource: often(false),
    Condition: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: conditions }),
  })
  .map(({ Effect, Action, Resource, notAction, notResource, Condition }) => ({
    Effect,
    ...(notAction ? { NotAction: Action } : { Action }),
    ...(notResource ? { NotResource: Resource } : { Resource }),
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  }));

const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: HOME },
  { AWS: `arn:aws:iam::${HOME}:root` },
  { AWS: ANN },
  { AWS: [ROLE, `arn:aws:iam::${AWAY}:root`] },
  { AWS: SESSION },
  { Service: [GATEWAY, 's3.amazonaws.com'] },
);

const policy = fc.array(statement, { minLength: 1, maxLength: 3 }).map(document);
const resourcePolicy = fc
  .array(fc.tuple(statement, principal), { minLength: 1, maxLength: 2 })
  .map((list) => document(list.map(([one, who]) => ({ ...one, Principal: who }))));

const world = fc.record({
  who: fc.constantFrom(ANN, SESSION, GATEWAY),
  request: fc.constantFrom(...requests),
  owner: fc.constantFrom(HOME, HOME, AWAY),
  identity: fc.array(policy, { maxLength: 2 }),
  boundary: fc.option(policy, { nil: undefined, freq: 2 }),
  session: fc.option(policy, { nil: undefined, freq: 1 }),
  resource: fc.option(resourcePolicy, { nil: undefined }),
  context: fc.record(
    Object.fromEntries(
      Object.entries(given).map(([key, values]) => [key, fc.constantFrom<string | string[]>(...values)]),
    ),
    { requiredKeys: [] },
  ),
});

test('thousands of random worlds are decided as an independent simulator decides them', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      // The simulator takes a missing trust policy for none needed; a role always has one.
      fc.pre(one.request[0] !== 'sts:AssumeRole' || one.resource !== undefined);
      expect(ours(one)).toBe(await theirs(one));
    }),
    { numRuns: 4000 },
  );
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function ours({
  who,
  request: [action, arn],
  owner,
  identity,
  boundary,
  session,
  resource,
  context,
}: World): string {
  const caller = callers[who] as Principal;
  const service = caller.kind === 'service';
  const decision = combine(
    {
      identity: service ? [] : identity.map(readPolicy),
      ...(boundary && !service ? { boundary: [readPolicy(boundary)] } : {}),
      ...(session && caller.kind === 'role' ? { session: [readPolicy(session)] } : {}),
      ...(resource ? { resource: readPolicy(resource) } : {}),
      owner,
    },
    {
      action,
      resource: arn(owner),
      caller,
      context: contextValues(context as Record<string, string | string[]>),
    },
  );
  if (decision.allowed) return 'Allowed';
  return decision.kind === 'explicit' ? 'ExplicitlyDenied' : 'ImplicitlyDenied';
}

async function theirs(one: World): Promise<string> {
  const { who, request, owner, identity, boundary, session, resource, context } = one;
  const [action, arn] = request;
  const service = who === GATEWAY;
  const answer = await runSimulation(
    {
      request: {
        principal: who,
        action,
        resource: { resource: arn(owner), accountId: owner },
        contextVariables: context as Record<string, string | string[]>,
      },
      identityPolicies: service ? [] : identity.map((policy, index) => ({ name: `p${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(boundary && !service
        ? { permissionBoundaryPolicies: [{ name: 'boundary', policy: boundary }] }
        : {}),
      ...(session && who === SESSION ? { sessionPolicy: session } : {}),
      ...(resource ? { resourcePolicy: resource } : {}),
    },
    {},
  );
  return answer.resultType === 'error' ? JSON.stringify(answer.errors) : answer.overallResult;
}

/**
 * `Null` has no such form. With `ForAnyValue` the two readings differ when the key is absent: the simulator says that
 * no value matches, we follow the reference's sentence that IfExists holds for an absent key.
 */
function takesIfExists(operator: string): boolean {
  return operator !== 'Null' && !operator.startsWith('ForAnyValue');
}

function some(values: string[]) {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
}

function often(value: boolean) {
  return fc.constantFrom(value, value, value, !value);
}

function document(Statement: object[]) {
  return { Version: '2012-10-17', Statement };
}
