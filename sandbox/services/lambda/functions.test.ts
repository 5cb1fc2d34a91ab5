import { CreateRoleCommand } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { ACCOUNT, arnOf, creation, openLambda, ROLE, refusal, zipOf } from '#sandbox/testing/open-lambda.ts';

const { sandbox, lambda, iam, create, close } = await openLambda();
afterAll(close);

const get = (FunctionName: string) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));

describe('a function', () => {
  it('is Pending, then Active, and has what AWS gives a new one', async () => {
    const made = await lambda.send(new CreateFunctionCommand(creation('fresh')));
    expect(made).toMatchObject({
      State: 'Pending',
      StateReason: 'The function is being created.',
      StateReasonCode: 'Creating',
      Timeout: 3,
      MemorySize: 128,
      Version: '$LATEST',
      FunctionArn: arnOf('fresh'),
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/fresh' },
    });
    expect(made.LastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    sandbox.clock.advance(1000);
    expect(await get('fresh')).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  });

  it('refuses an update while one is in progress, in AWS’s words', async () => {
    await create('busy');
    const change = { FunctionName: 'busy', MemorySize: 256 };
    const updating = await lambda.send(new UpdateFunctionConfigurationCommand(change));
    expect(updating.LastUpdateStatus).toBe('InProgress');
    const error = await refusal(lambda.send(new UpdateFunctionConfigurationCommand(change)));
    expect(error.name).toBe('ResourceConflictException');
    expect(error.message).toBe(
      `The operation cannot be performed at this time. An update is in progress for resource: ${arnOf('busy')}`,
    );
    sandbox.clock.advance(1000);
    expect(await get('busy')).toMatchObject({ MemorySize: 256, LastUpdateStatus: 'Successful' });
  });

  it('keeps what an update does not name', async () => {
    await create('kept', { Environment: { Variables: { KEY: '1' } }, Description: 'words', Timeout: 10 });
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'kept', MemorySize: 512 }));
    expect(await get('kept')).toMatchObject({
      Environment: { Variables: { KEY: '1' } },
      Description: 'words',
      Timeout: 10,
      MemorySize: 512,
    });
  });

  it('gives its code back at the address it names, to whoever holds it, and not for ever', async () => {
    const zip = zipOf({ 'index.mjs': 'export const handler = () => 1;' });
    await create('given', { Code: { ZipFile: zip } });
    const { Code } = await lambda.send(new GetFunctionCommand({ FunctionName: 'given' }));
    const location = Code?.Location ?? '';
    const answer = await sandbox.fetch(new Request(location));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(zip);
    const forged = location.replace('given', 'other');
    expect((await sandbox.fetch(new Request(forged))).status).toBe(403);
    sandbox.clock.advance(11 * 60_000);
    expect((await sandbox.fetch(new Request(location))).status).toBe(403);
  });

  it('changes its code, its hash and its revision together', async () => {
    const before = await create('edited');
    const zip = zipOf({ 'index.mjs': 'export const handler = () => 2;' });
    const change = { FunctionName: 'edited', ZipFile: zip };
    const dry = await lambda.send(new UpdateFunctionCodeCommand({ ...change, DryRun: true }));
    expect(dry.CodeSha256).not.toBe(before.CodeSha256);
    expect((await get('edited')).CodeSha256).toBe(before.CodeSha256);
    const after = await lambda.send(new UpdateFunctionCodeCommand(change));
    expect(after.CodeSha256).toBe(dry.CodeSha256);
    expect(after.RevisionId).not.toBe(before.RevisionId);
    expect(after.CodeSize).toBe(zip.length);
  });

  it('is gone after DeleteFunction, with all that was its own', async () => {
    await create('gone', { Publish: true, Tags: { a: 'b' } });
    await lambda.send(new DeleteFunctionCommand({ FunctionName: 'gone' }));
    const error = await refusal(get('gone'));
    expect(error.message).toBe(`Function not found: ${arnOf('gone')}`);
    const left = sandbox.parts.store.list({}).filter(([key]) => key.includes('gone'));
    expect(left).toEqual([]);
  });
});

describe('CreateFunction refuses', () => {
  const refused = async (rest: Parameters<typeof creation>[1]) =>
    refusal(lambda.send(new CreateFunctionCommand(creation('never', rest))));

  it.each([
    [
      'a role that is not there',
      { Role: `${ROLE}-not` },
      'The role defined for the function cannot be assumed by Lambda.',
    ],
    [
      'too little memory',
      { MemorySize: 64 },
      "1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    ],
    [
      'too long a timeout',
      { Timeout: 901 },
      "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
    ],
    [
      'code that is no archive',
      { Code: { ZipFile: new TextEncoder().encode('no') } },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    ['an empty archive', { Code: { ZipFile: new Uint8Array() } }, 'Uploaded file must be a non-empty zip'],
    [
      'a reserved variable',
      { Environment: { Variables: { AWS_REGION: 'x' } } },
      /Reserved keys used in this request: AWS_REGION$/,
    ],
    [
      'too many variables',
      { Environment: { Variables: { BIG: 'x'.repeat(5000) } } },
      /exceeded the 4KB limit/,
    ],
    ['code in S3', { Code: { S3Bucket: 'abc', S3Key: 'k' } }, /^The sandbox has no Amazon S3/],
  ])('%s', async (_what, rest, message) => {
    expect((await refused(rest)).message).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('runtimes that AWS has blocked, and takes those it has only deprecated', async () => {
    const error = await refused({ Runtime: 'python3.7' });
    expect(error.name).toBe('InvalidParameterValueException');
    expect(error.message).toMatch(/^The runtime parameter of python3\.7 is no longer supported/);
    await create('deprecated', { Runtime: 'nodejs20.x' });
  });

  it('a name that is taken', async () => {
    await create('taken');
    const error = await refusal(create('taken'));
    expect([error.name, error.message]).toEqual([
      'ResourceConflictException',
      'Function already exist: taken',
    ]);
  });

  it('a role that trusts somebody else', async () => {
    const Statement = [
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new CreateRoleCommand({ RoleName: 'ec2-role', AssumeRolePolicyDocument }));
    const error = await refused({ Role: ROLE.replace('fn-role', 'ec2-role') });
    expect(error.message).toBe('The role defined for the function cannot be assumed by Lambda.');
  });
});

it('a role that trusts Lambda for this account’s functions alone will do', async () => {
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
    },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new CreateRoleCommand({ RoleName: 'careful', AssumeRolePolicyDocument }));
  await create('careful', { Role: ROLE.replace('fn-role', 'careful') });
});

describe('ListFunctions', () => {
  it('pages through all functions, each once, in order', async () => {
    const names: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await lambda.send(
        new ListFunctionsCommand({ MaxItems: 3, ...(Marker ? { Marker } : {}) }),
      );
      names.push(...(page.Functions ?? []).map(({ FunctionName = '' }) => FunctionName));
      Marker = page.NextMarker;
    } while (Marker);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.length).toBeGreaterThan(5);
  });
});
