import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { childRuntimes } from '#sandbox/parts/runtimes/child-runtimes.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { type Opened, openSandbox } from './open-sandbox.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'ap-northeast-1';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/fn-role`;
export const arnOf = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

export const MAY_LOG = {
  Effect: 'Allow',
  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*',
};

/** A sandbox with Lambda, a role that functions may have, and short ways to make and call them. */
export async function openLambda(options: { runs?: boolean; statements?: object[]; http?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'handson-lambda-'));
  let fetchAws: Opened['fetch'] = () => Promise.reject(new Error('The sandbox is not open yet.'));
  const runtimes = childRuntimes({ dir: folder, fetchAws: (request) => fetchAws(request) });
  const sandbox = openSandbox({
    parts: options.runs ? { runtimes } : {},
    ...(options.http ? { http: true } : {}),
  });
  fetchAws = sandbox.fetch;
  const lambda = sandbox.client(LambdaClient);
  const iam = sandbox.client(IAMClient);
  await iam.send(
    new CreateRoleCommand({ RoleName: 'fn-role', AssumeRolePolicyDocument: JSON.stringify(TRUST) }),
  );
  await allow(options.statements ?? [MAY_LOG]);

  async function allow(statements: object[]) {
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    if (statements.length === 0) return;
    await iam.send(new PutRolePolicyCommand({ RoleName: 'fn-role', PolicyName: 'own', PolicyDocument }));
  }

  return {
    sandbox,
    lambda,
    iam,
    logs: sandbox.client(CloudWatchLogsClient),
    sqs: sandbox.client(SQSClient),
    allow,
    /** Made and settled. */
    async create(name: string, rest: Partial<CreateFunctionCommandInput> = {}) {
      const made = await lambda.send(new CreateFunctionCommand(creation(name, rest)));
      sandbox.clock.advance(1000);
      return made;
    },
    async invoke(name: string, payload: unknown = {}, rest: Partial<InvokeCommandInput> = {}) {
      const Payload = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const answer = await lambda.send(new InvokeCommand({ FunctionName: name, Payload, ...rest }));
      const text = answer.Payload?.transformToString() ?? '';
      return { ...answer, text, value: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
    async close() {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function creation(
  name: string,
  rest: Partial<CreateFunctionCommandInput> = {},
): CreateFunctionCommandInput {
  return {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Role: ROLE,
    Handler: 'index.handler',
    Code: { ZipFile: zipOf({ 'index.mjs': 'export const handler = async (event) => event;\n' }) },
    ...rest,
  };
}

export function zipOf(files: Record<string, string>): Uint8Array {
  return zip.write(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
      mode: 0o644,
    })),
  );
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Error)) throw new Error('The call was not refused.');
  return thrown as Error & Record<string, unknown>;
}
