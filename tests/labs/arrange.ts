import { zipSync } from 'fflate';
import type { World } from './world.ts';

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** A function as somebody might have made it: another name, another region, another runtime. */
export async function makeFunction(
  world: World,
  {
    name = world.names.fn,
    region,
    runtime = 'nodejs24.x',
    handler = 'index.handler',
    role = `role-of-${name}`,
  }: {
    name?: string;
    region?: string;
    runtime?: string;
    handler?: string;
    role?: string;
  },
): Promise<void> {
  const aws = region ? world.awsIn(region) : world.aws;
  const { Role } = await aws.iam.createRole({ RoleName: role, AssumeRolePolicyDocument: trust });
  await aws.lambda.createFunction({
    FunctionName: name,
    Runtime: runtime as 'nodejs24.x',
    Handler: handler,
    Role: Role?.Arn,
    Code: {
      ZipFile: zipSync({ 'index.mjs': new TextEncoder().encode('export const handler = async () => ({});') }),
    },
  });
  await waitForFunction(world, { name, ...(region ? { region } : {}) });
}

export async function waitForFunction(
  world: World,
  { name = world.names.fn, region }: { name?: string; region?: string } = {},
): Promise<void> {
  const aws = region ? world.awsIn(region) : world.aws;
  for (;;) {
    const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: name });
    if (fn.State !== 'Pending' && fn.LastUpdateStatus !== 'InProgress') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Puts a file of Node.js code into the course's function, and waits until it is what runs. */
export async function deploy(
  world: World,
  code: string,
  settings: { Timeout?: number; MemorySize?: number } = {},
): Promise<void> {
  const { aws, names } = world;
  await waitForFunction(world);
  if (Object.keys(settings).length > 0) {
    await aws.lambda.updateFunctionConfiguration({ FunctionName: names.fn, ...settings });
    await waitForFunction(world);
  }
  const zip = zipSync({ 'index.mjs': new TextEncoder().encode(code) });
  await aws.lambda.updateFunctionCode({ FunctionName: names.fn, ZipFile: zip });
  await waitForFunction(world);
}

/** An inline policy of one statement on the role that the function runs as. */
export async function putRolePolicy(
  { aws, names }: World,
  name: string,
  statement: { Effect?: 'Allow' | 'Deny'; Action: string | string[]; Resource: string },
): Promise<void> {
  const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
  await aws.iam.putRolePolicy({
    RoleName: fn.Role?.split('/').at(-1),
    PolicyName: name,
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }),
  });
}
