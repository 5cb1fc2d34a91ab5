import { existsSync, readFileSync } from 'node:fs';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const oracle = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);
const there = existsSync(oracle);

interface Case {
  id: string;
  service: string;
  recorded: Record<string, Recorded>;
}

interface Recorded {
  Error?: { Code: string; Message: string };
  _httpStatus: number;
  [member: string]: unknown;
}

const recorded: Record<string, Record<string, Recorded>> = there
  ? Object.fromEntries(
      (JSON.parse(readFileSync(oracle, 'utf8')).cases as Case[])
        .filter(({ service }) => service === 'iam')
        .map((one) => [one.id, one.recorded]),
    )
  : {};

const ACCOUNT = '111111111111';
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' }, Effect: 'Allow' }],
};

describe.skipIf(!there)('IAM against recorded answers (skipped where they are not at hand)', () => {
  test('every case is run', () => {
    expect(Object.keys(recorded).sort()).toEqual([
      'iam.attach-role-policy',
      'iam.create-role.malformed-json',
      'iam.delete-policy.missing',
      'iam.role.create-get-list',
      'iam.role.tags',
    ]);
  });

  test('iam.create-role.malformed-json', async () => {
    const document = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", }]}';
    const answered = await refusal(
      client().send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: document })),
    );
    expect(answered).toEqual(errorOf('iam.create-role.malformed-json', 'invalid-json'));
  });

  test.each([
    [
      'iam.role.create-get-list',
      ['create_role_result', 'get_role_result', 'list_roles_result'],
      '/<path-prefix>/',
      {},
    ],
    [
      'iam.role.tags',
      ['create-role-response', 'get-role-response', 'list-role-response'],
      '/role-with-tags/',
      { Tags: [{ Key: 'test', Value: 'value' }] },
    ],
  ])('%s', async (id, [created = '', got = '', listed = ''], path, more) => {
    const iam = client();
    const Path = path.replaceAll(/[<>]/g, '');
    const input = { RoleName: 'role-1', Path, AssumeRolePolicyDocument: JSON.stringify(TRUST), ...more };
    const answers = {
      [created]: await iam.send(new CreateRoleCommand(input)),
      [got]: await iam.send(new GetRoleCommand({ RoleName: 'role-1' })),
      [listed]: await iam.send(new ListRolesCommand({ PathPrefix: Path })),
    };
    for (const [step, answer] of Object.entries(answers)) {
      expect(masked(answer), step).toEqual(masked(recorded[id]?.[step]));
    }
  });

  test('iam.attach-role-policy', async () => {
    const iam = client();
    await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: JSON.stringify(TRUST) }));
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Action: 's3:*', Effect: 'Allow', Resource: '*' }],
    });
    const id = 'iam.attach-role-policy';
    const name = 'policy-of-quite-a-length';
    const made = await iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument }));
    expect(masked(made)).toEqual(masked(recorded[id]?.create_policy_response));
    const arn = made.Policy?.Arn ?? '';
    const attach = (PolicyArn: string) => iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    for (const [variant, given] of [
      ['non_existent_malformed_policy_arn', 'longpolicynamebutnoarn'],
      ['existing_policy_name_provided', name],
      ['valid_arn_not_existent', `${arn}123`],
    ] as const) {
      expect(await refusal(attach(given)), variant).toEqual(errorOf(id, variant));
    }
    expect((await attach(arn)).$metadata.httpStatusCode).toBe(recorded[id]?.valid_policy_arn?._httpStatus);
  });

  test('iam.delete-policy.missing', async () => {
    const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/non-existent-policy`;
    expect(await refusal(client().send(new DeletePolicyCommand({ PolicyArn })))).toEqual(
      errorOf('iam.delete-policy.missing', 'delete-non-existent-policy-exc'),
    );
  });
});

function client(): IAMClient {
  return openSandbox({ http: true }).client(IAMClient, { account: ACCOUNT });
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown) => thrown,
  );
  const { Code, message, $metadata } = error ?? {};
  return { Code: Code ?? error?.Error?.Code, Message: unnamed(message), status: $metadata?.httpStatusCode };
}

function errorOf(id: string, variant: string) {
  const { Error: error, _httpStatus: status } = recorded[id]?.[variant] ?? {};
  return { Code: error?.Code, Message: unnamed(error?.Message), status };
}

/** Both sides with the names that differ from run to run taken out; documents parsed; what the SDK adds left out. */
function masked(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) => {
    if (key === '$metadata' || key === '_httpStatus') return undefined;
    if (key === 'AssumeRolePolicyDocument' && typeof value === 'string')
      return JSON.parse(decodeURIComponent(value));
    if (/^(CreateDate|UpdateDate)$/.test(key)) return 'datetime';
    if (/^(RoleId|PolicyId|RoleName|PolicyName)$/.test(key)) return key;
    return typeof value === 'string' ? unnamed(value) : value;
  });
  return JSON.parse(text);
}

function unnamed(text: unknown): string {
  return String(text)
    .replaceAll('<partition>', 'aws')
    .replaceAll(/<role-name:1>|role-1/g, 'ROLE')
    .replaceAll(/<policy-name:1>|policy-of-quite-a-length/g, 'POLICY')
    .replaceAll(/<path-prefix>/g, 'path-prefix');
}
