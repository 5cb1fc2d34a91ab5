import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientPool } from '#checker/core/client-pool.ts';
import type { Connection } from '#checker/core/connection.ts';
import { cleanerPolicy } from '#checker/policy/cleaner-policy.ts';
import { asDocuments } from '#checker/policy/document.ts';
import { grantsFor } from '#checker/resources/kinds.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import type { FullClients } from '#labs/kit/clients.ts';
import { cleanerFor, names, place } from './desk.ts';
import { connectionTo, everything, type Stage, stageOf } from './full-account.ts';

let folder: string;
let state: State;
let stage: Stage;
const closing: Array<() => void> = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-decoys-'));
  state = openState(folder);
  const none = { prefix: false, region: false, account: false, tag: false };
  stage = await stageOf(state, { ...everything, decoys: none });
});
afterAll(async () => {
  for (const close of closing) close();
  state.close();
  await stage.sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

function awsOf(region: string, credentials = connectionTo(stage.sandbox).credentials): FullClients {
  const connection: Connection = { ...connectionTo(stage.sandbox), region, credentials };
  const pool = clientPool(connection, { attempts: 1 });
  closing.push(pool.close);
  return pool.clients((call) => call.send());
}

/** Keys of a user who holds exactly what `handson policy cleaner` prints for this account. */
async function cleanersKeys() {
  const cleaner = cleanerFor({
    connection: connectionTo(stage.sandbox),
    ledger: stage.anew().ledger,
    now: stage.sandbox.clock.now,
  });
  const { items } = await cleaner.plan();
  cleaner.close();
  const grants = grantsFor(
    items.map(({ live }) => live),
    place,
  );
  const { iam } = awsOf(place.region);
  await iam.createUser({ UserName: 'cleaner' });
  for (const [part, document] of asDocuments(cleanerPolicy({ ...place, names }, grants)).entries()) {
    const { Policy } = await iam.createPolicy({
      PolicyName: `cleaner-${part}`,
      PolicyDocument: JSON.stringify(document),
    });
    await iam.attachUserPolicy({ UserName: 'cleaner', PolicyArn: Policy?.Arn });
  }
  const { AccessKey } = await iam.createAccessKey({ UserName: 'cleaner' });
  return {
    keys: {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    },
    own: items.map(({ live }) => live),
  };
}

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const nothing = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }],
});

type Calls = Array<[string, (aws: FullClients) => Promise<unknown>]>;

/** A role like ours by its name, with a policy like ours, and every call that takes one apart. */
async function iamDecoys({ iam }: FullClients): Promise<Calls> {
  const RoleName = `${names.fn}-role-zyxw9876`;
  const { Role } = await iam.createRole({
    RoleName,
    Path: '/service-role/',
    AssumeRolePolicyDocument: trust,
  });
  await iam.putRolePolicy({ RoleName, PolicyName: 'p', PolicyDocument: nothing });
  const { Policy } = await iam.createPolicy({
    Path: '/service-role/',
    PolicyName: 'AWSLambdaBasicExecutionRole-11111111-2222-4333-8444-555555555555',
    PolicyDocument: nothing,
  });
  const PolicyArn = Policy?.Arn;
  await iam.createPolicyVersion({ PolicyArn, PolicyDocument: nothing, SetAsDefault: true });
  await iam.attachRolePolicy({ RoleName, PolicyArn });
  expect(Role?.Arn).toContain(names.fn);
  return [
    ['DetachRolePolicy', (aws) => aws.iam.detachRolePolicy({ RoleName, PolicyArn })],
    ['DeleteRolePolicy', (aws) => aws.iam.deleteRolePolicy({ RoleName, PolicyName: 'p' })],
    ['DeletePolicyVersion', (aws) => aws.iam.deletePolicyVersion({ PolicyArn, VersionId: 'v1' })],
    ['DeletePolicy', (aws) => aws.iam.deletePolicy({ PolicyArn })],
    ['DeleteRole', (aws) => aws.iam.deleteRole({ RoleName })],
  ];
}

/** One of each other kind under a name; in another region the very name of ours. */
async function regionalDecoys(aws: FullClients, suffix: string): Promise<Calls> {
  const FunctionName = `${names.fn}${suffix}`;
  const TableName = `${names.table}${suffix}`;
  const logGroupName = `${names.logGroup}${suffix}`;
  const zip = zipSync({ 'index.mjs': new TextEncoder().encode('export const handler = () => 1') });
  await aws.lambda.createFunction({
    FunctionName,
    Role: `arn:aws:iam::${place.account}:role/service-role/${names.fn}-role-zyxw9876`,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: zip },
  });
  await aws.dynamodb.createTable({
    TableName,
    KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
    ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
  });
  await aws.logs.createLogGroup({ logGroupName });
  // API Gateway knows no names: these bear the very name of ours, and only their ids are others.
  const { id: restApiId } = await aws.apigateway.createRestApi({ name: names.api });
  const { id: usagePlanId } = await aws.apigateway.createUsagePlan({ name: 'lesson' });
  const { id: apiKey } = await aws.apigateway.createApiKey({ name: 'lesson', enabled: true });
  const op = { op: 'replace', path: '/name', value: 'x' } as const;
  return [
    ['DeleteFunction', (by) => by.lambda.deleteFunction({ FunctionName })],
    ['DeleteTable', (by) => by.dynamodb.deleteTable({ TableName })],
    ['DeleteLogGroup', (by) => by.logs.deleteLogGroup({ logGroupName })],
    ['DeleteRestApi', (by) => by.apigateway.deleteRestApi({ restApiId })],
    ['UpdateUsagePlan', (by) => by.apigateway.updateUsagePlan({ usagePlanId, patchOperations: [op] })],
    ['DeleteUsagePlan', (by) => by.apigateway.deleteUsagePlan({ usagePlanId })],
    ['DeleteApiKey', (by) => by.apigateway.deleteApiKey({ apiKey })],
  ];
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: Error) => error.name,
  );

test('with the cleaner’s policy alone each deleting call on each decoy is denied, and would else be done', async () => {
  const { keys } = await cleanersKeys();
  const decoys: Array<{ region: string; calls: Calls }> = [
    { region: place.region, calls: await iamDecoys(awsOf(place.region)) },
    { region: place.region, calls: await regionalDecoys(awsOf(place.region), '-two') },
    { region: 'us-east-1', calls: await regionalDecoys(awsOf('us-east-1'), '') },
  ];
  stage.sandbox.clock.advance(30_000);
  await stage.sandbox.idle();
  await new Promise((resolve) => setTimeout(resolve, 20));
  let denied = 0;
  for (const { region, calls } of decoys) {
    const cleaner = awsOf(region, keys);
    stage.sandbox.faults.set({ strictIam: true });
    for (const [name, call] of calls) {
      expect(await codeOf(call(cleaner)), `${name} in ${region}`).toMatch(/^AccessDenied(Exception)?$/);
      denied++;
    }
    stage.sandbox.faults.clear();
    // Each of them was there to be deleted: somebody else's right does it.
    const owner = awsOf(region);
    for (const [name, call] of calls) expect(await codeOf(call(owner)), `${name} in ${region}`).toBe('done');
  }
  expect(denied).toBe(19);
});

test('with the same keys what is ours goes, so that the denials were of the decoys', async () => {
  const { keys, own } = await cleanersKeys();
  const aws = awsOf(place.region, keys);
  const api = own.find(({ type }) => type === 'rest-api')?.id;
  stage.sandbox.faults.set({ strictIam: true });
  expect(await codeOf(aws.lambda.deleteFunction({ FunctionName: names.fn }))).toBe('done');
  expect(await codeOf(aws.dynamodb.deleteTable({ TableName: names.table }))).toBe('done');
  expect(await codeOf(aws.logs.deleteLogGroup({ logGroupName: names.logGroup }))).toBe('done');
  expect(await codeOf(aws.apigateway.deleteRestApi({ restApiId: api }))).not.toMatch(/^AccessDenied/);
  stage.sandbox.faults.clear();
});
