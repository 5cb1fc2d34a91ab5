import { type FunctionFacts, roleNameOf } from './function.ts';
import type { Doing } from './lab.ts';
import { providedTagList } from './tags.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** A role as the Lambda console makes it, `service-role/FUNCTION-role-xxxxxxxx`, with nothing allowed yet. */
export async function makeExecutionRole(doing: Doing): Promise<string> {
  const { aws, names, target } = doing;
  const name = `${names.fn}-role-${randomText(8)}`;
  const arn = `arn:aws:iam::${target.account}:role/service-role/${name}`;
  await doing.made({ type: 'execution-role', id: name, arn });
  await aws.iam.createRole({
    RoleName: name,
    Path: '/service-role/',
    AssumeRolePolicyDocument: JSON.stringify(trust),
    Tags: [...providedTagList],
  });
  return arn;
}

/** Puts one inline policy on the function's role: what the lesson teaches, and no more than it needs. */
export async function allow(
  fn: FunctionFacts,
  policyName: string,
  statements: readonly { Action: string | string[]; Resource: string }[],
  { aws }: Doing,
): Promise<void> {
  await aws.iam.putRolePolicy({
    RoleName: roleNameOf(fn),
    PolicyName: policyName,
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
    }),
  });
}

function randomText(length: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');
}
