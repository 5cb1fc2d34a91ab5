import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolesCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const ACCOUNT = '111122223333';
const BASIC = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const TRUST = trust({ Service: 'lambda.amazonaws.com' });

describe('roles and their policies', () => {
  test('a role is deleted only when nothing is on it any more', async () => {
    const iam = await withRole();
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn: BASIC }));
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'r',
        PolicyName: 'p',
        PolicyDocument: allow('translate:TranslateText'),
      }),
    );
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject({
      name: 'DeleteConflictException',
      message: 'Cannot delete entity, must detach all policies first.',
      $metadata: { httpStatusCode: 409 },
    });
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'r', PolicyArn: BASIC }));
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toThrow(
      'Cannot delete entity, must delete policies first.',
    );
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'r', PolicyName: 'p' }));
    await iam.send(new DeleteRoleCommand({ RoleName: 'r' }));
    await expect(iam.send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: 'The role with name r cannot be found.',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('documents come back percent-encoded', async () => {
    const iam = await withRole();
    const document = allow('translate:*');
    await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'p', PolicyDocument: document }));
    const got = await iam.send(new GetRolePolicyCommand({ RoleName: 'r', PolicyName: 'p' }));
    expect(got.PolicyDocument).toMatch(/^%7B%22/);
    expect(got.PolicyDocument).toContain('translate%3A%2A');
    expect(decodeURIComponent(got.PolicyDocument ?? '')).toBe(document);
  });

  test.each([
    [
      'a service that is none',
      trust({ Service: 'lambda' }),
      'Invalid principal in policy: "SERVICE":"lambda"',
    ],
    [
      'a role that is not there',
      trust({ AWS: `arn:aws:iam::${ACCOUNT}:role/none` }),
      `Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:role/none"`,
    ],
    [
      'a resource',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }],
      }),
      'Has prohibited field Resource',
    ],
    [
      'another action',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' }],
      }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
  ])('a trust policy with %s is refused', async (_what, document, message) => {
    const iam = openSandbox().client(IAMClient);
    await expect(
      iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: document })),
    ).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException', message });
  });

  test('lists go on where the last page ended, whatever the page size', async () => {
    const iam = openSandbox().client(IAMClient);
    for (const name of ['Beta', 'alpha', 'gamma', 'delta', 'epsilon']) {
      await iam.send(
        new CreateRoleCommand({
          RoleName: name,
          Path: name === 'gamma' ? '/x/' : '/',
          AssumeRolePolicyDocument: TRUST,
        }),
      );
    }
    const seen: string[] = [];
    let marker: string | undefined;
    do {
      const page = await iam.send(
        new ListRolesCommand({ MaxItems: 1, ...(marker ? { Marker: marker } : {}) }),
      );
      seen.push(...(page.Roles ?? []).map(({ RoleName = '' }) => RoleName));
      marker = page.Marker;
      expect(page.IsTruncated).toBe(marker !== undefined);
    } while (marker);
    expect(seen).toEqual(['alpha', 'Beta', 'delta', 'epsilon', 'gamma']);
    const inPath = await iam.send(new ListRolesCommand({ PathPrefix: '/x/', MaxItems: 1 }));
    expect(inPath.Roles?.map(({ RoleName }) => RoleName)).toEqual(['gamma']);
    expect(inPath.IsTruncated).toBe(false);
  });
});

describe('managed policies', () => {
  test('a policy is deleted only when nobody has it and only its default version is left', async () => {
    const iam = await withRole();
    const { Policy } = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: allow('s3:*') }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow('sqs:*'), SetAsDefault: true }),
    );
    expect((await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy).toMatchObject({
      AttachmentCount: 1,
      DefaultVersionId: 'v2',
    });
    const entities = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
    expect(entities.PolicyRoles?.map(({ RoleName }) => RoleName)).toEqual(['r']);
    await expect(iam.send(new DeletePolicyCommand({ PolicyArn }))).rejects.toThrow(
      'Cannot delete a policy attached to entities.',
    );
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    await expect(iam.send(new DeletePolicyCommand({ PolicyArn }))).rejects.toThrow(
      'This policy has more than one version.',
    );
    await expect(iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' }))).rejects.toThrow(
      'Cannot delete the default version of a policy.',
    );
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
    await iam.send(new DeletePolicyCommand({ PolicyArn }));
    await expect(iam.send(new GetPolicyCommand({ PolicyArn }))).rejects.toThrow(
      `Policy ${PolicyArn} was not found.`,
    );
  });

  test('a policy holds five versions, and numbers are not given out again', async () => {
    const iam = openSandbox().client(IAMClient);
    const { Policy } = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: allow('s3:*') }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    const more = () => iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow('s3:*') }));
    for (let count = 0; count < 4; count++) await more();
    await expect(more()).rejects.toMatchObject({ name: 'LimitExceededException' });
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v5' }));
    expect((await more()).PolicyVersion?.VersionId).toBe('v6');
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions?.map(({ VersionId }) => VersionId)).toEqual(['v6', 'v4', 'v3', 'v2', 'v1']);
  });

  test("AWS's own policies can be read and attached, and not changed", async () => {
    const iam = await withRole();
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: BASIC }));
    const { PolicyVersion } = await iam.send(
      new GetPolicyVersionCommand({ PolicyArn: BASIC, VersionId: Policy?.DefaultVersionId }),
    );
    expect(JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? '')).Statement[0].Action).toContain(
      'logs:PutLogEvents',
    );
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn: BASIC }));
    expect((await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'r' }))).AttachedPolicies).toEqual(
      [{ PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn: BASIC }],
    );
    await expect(iam.send(new DeletePolicyCommand({ PolicyArn: BASIC }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const attached = await iam.send(new ListPoliciesCommand({ Scope: 'AWS', OnlyAttached: true }));
    expect(attached.Policies?.map(({ Arn }) => Arn)).toEqual([BASIC]);
  });

  test('two accounts share nothing', async () => {
    const sandbox = openSandbox();
    await sandbox
      .client(IAMClient)
      .send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }));
    const other = sandbox.client(IAMClient, { account: '444455556666' });
    expect((await other.send(new ListRolesCommand({}))).Roles).toEqual([]);
  });
});

describe('simulation', () => {
  test('tells what the role may do, and which statement says so', async () => {
    const iam = await withRole();
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'r',
        PolicyName: 'p',
        PolicyDocument: allow('translate:TranslateText'),
      }),
    );
    const { EvaluationResults } = await simulate(iam, [
      'translate:TranslateText',
      'translate:DeleteTerminology',
    ]);
    expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual(['allowed', 'implicitDeny']);
    expect(EvaluationResults?.[0]).toMatchObject({
      EvalResourceName: '*',
      MatchedStatements: [
        {
          SourcePolicyId: 'role_r_p',
          StartPosition: { Line: 1, Column: 38 },
          EndPosition: { Line: 1, Column: 106 },
        },
      ],
    });
  });

  test('asks each resource by itself', async () => {
    const iam = await withRole();
    const table = `arn:aws:dynamodb:ap-northeast-1:${ACCOUNT}:table/translate-history`;
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'r',
        PolicyName: 'p',
        PolicyDocument: allow('dynamodb:PutItem', table),
      }),
    );
    const { EvaluationResults } = await simulate(iam, ['dynamodb:PutItem'], [table, `${table}-2`]);
    expect(EvaluationResults?.map((one) => [one.EvalResourceName, one.EvalDecision])).toEqual([
      [table, 'allowed'],
      [`${table}-2`, 'implicitDeny'],
    ]);
    expect(EvaluationResults?.[0]?.ResourceSpecificResults?.[0]?.EvalResourceDecision).toBe('allowed');
  });

  test('a boundary that allows less is told apart', async () => {
    const iam = await withRole();
    await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'p', PolicyDocument: allow('*') }));
    await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: 'r', PermissionsBoundary: BASIC }));
    const { EvaluationResults } = await simulate(iam, ['logs:PutLogEvents', 'dynamodb:PutItem']);
    expect(
      EvaluationResults?.map((one) => [
        one.EvalDecision,
        one.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
      ]),
    ).toEqual([
      ['allowed', true],
      ['implicitDeny', false],
    ]);
  });

  test('names the context that it was not given', async () => {
    const iam = await withRole();
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: '*',
          Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        },
      ],
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'p', PolicyDocument: document }));
    const without = await simulate(iam, ['iam:PassRole']);
    expect(without.EvaluationResults?.[0]).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['iam:PassedToService'],
    });
    const given = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: `arn:aws:iam::${ACCOUNT}:role/r`,
        ActionNames: ['iam:PassRole'],
        ContextEntries: [
          {
            ContextKeyName: 'IAM:passedToService',
            ContextKeyType: 'string',
            ContextKeyValues: ['lambda.amazonaws.com'],
          },
        ],
      }),
    );
    expect(given.EvaluationResults?.[0]).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: [] });
  });
});

async function withRole(): Promise<IAMClient> {
  const iam = openSandbox().client(IAMClient);
  await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }));
  return iam;
}

function simulate(iam: IAMClient, ActionNames: string[], ResourceArns?: string[]) {
  return iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::${ACCOUNT}:role/r`,
      ActionNames,
      ...(ResourceArns ? { ResourceArns } : {}),
    }),
  );
}

function trust(principal: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  });
}

function allow(action: string, resource = '*'): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  });
}
