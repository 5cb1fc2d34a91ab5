import { APIGatewayClient, paginateGetApiKeys, paginateGetRestApis } from '@aws-sdk/client-api-gateway';
import { afterAll, describe, expect, test } from 'vitest';
import type { FullClients, ReadClients } from '#labs/kit/clients.ts';
import { reads } from '#labs/kit/reads.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import type { Connection } from './connection.ts';
import { NotARead, readsOnly } from './read-guard.ts';
import { openReader } from './reader.ts';

const sandbox = openSandbox();
const connection: Connection = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: '111122223333', secretAccessKey: sandbox.secret },
  endpoint: 'http://sandbox.invalid',
  requestHandler: directHandler(sandbox),
  fetch: (request) => sandbox.fetchApi(request),
  apiUrl: () => '',
  userAgent: 'test',
};
const reader = openReader(connection);
afterAll(async () => {
  reader.close();
  await sandbox.close();
});

describe('clients that read', () => {
  test('know no write, no way to credentials, code or secrets: it does not compile', () => {
    const look = (aws: ReadClients) => [
      // @ts-expect-error a write
      () => aws.lambda.deleteFunction({ FunctionName: 'f' }),
      // @ts-expect-error it runs code
      () => aws.lambda.invoke({ FunctionName: 'f' }),
      // @ts-expect-error it hands out code
      () => aws.lambda.getFunction({ FunctionName: 'f' }),
      // @ts-expect-error it mints credentials
      () => aws.sts.getSessionToken({}),
      // @ts-expect-error it writes a row
      () => aws.dynamodb.putItem({ TableName: 't', Item: {} }),
      // @ts-expect-error no client of that service reads
      () => aws.translate.translateText({}),
    ];
    expect(look(reader.memoised)).toHaveLength(6);
  });

  test.each([
    ['lambda', 'deleteFunction', { FunctionName: 'f' }],
    ['lambda', 'invoke', { FunctionName: 'f' }],
    ['lambda', 'getFunction', { FunctionName: 'f' }],
    ['sts', 'getSessionToken', {}],
    ['sts', 'assumeRole', { RoleArn: 'r', RoleSessionName: 's' }],
    ['iam', 'createAccessKey', {}],
    ['dynamodb', 'putItem', { TableName: 't', Item: {} }],
    ['dynamodb', 'executeStatement', { Statement: 'DELETE FROM t' }],
    ['apigateway', 'getSdk', { restApiId: 'a', stageName: 'dev', sdkType: 'android' }],
    ['translate', 'translateText', { Text: 'a', SourceLanguageCode: 'en', TargetLanguageCode: 'ja' }],
  ] as const)(
    'who gets around the types with %s.%s is refused, and nothing leaves',
    async (service, name, input) => {
      sandbox.log.clear();
      const clients = reader.memoised as unknown as Record<
        string,
        Record<string, (input: object) => Promise<object>>
      >;
      await expect(clients[service]?.[name]?.(input)).rejects.toThrow(NotARead);
      expect(sandbox.log.list()).toEqual([]);
    },
  );

  test('a read that would return secrets is refused, and without them it is not', async () => {
    const { apigateway } = reader.memoised;
    await expect(apigateway.getApiKeys({ includeValues: true })).rejects.toThrow(NotARead);
    await expect(apigateway.getApiKeys({})).resolves.toMatchObject({ items: [] });
  });

  test('pages are calls like others', async () => {
    const client = new APIGatewayClient({
      region: connection.region,
      credentials: { accessKeyId: '111122223333', secretAccessKey: sandbox.secret },
      endpoint: 'http://sandbox.invalid',
      requestHandler: directHandler(sandbox),
    });
    client.middlewareStack.add(readsOnly as never, { step: 'initialize', priority: 'high' });
    for await (const page of paginateGetRestApis({ client }, {})) expect(page.items ?? []).toEqual([]);
    await expect(paginateGetApiKeys({ client }, { includeValues: true }).next()).rejects.toThrow(NotARead);
  });

  test('the table names nothing that mints credentials, returns secrets or hands out code', () => {
    const all = Object.values(reads).flat();
    for (const name of all) {
      expect(name).toMatch(/^(Get|List|Describe|Filter|Lookup|Query|Scan|Simulate)/);
      expect(name).not.toMatch(
        /^(GetFunction|GetSessionToken|GetFederationToken|GetSecretValue|GetSdk|GetApiKey)$/,
      );
    }
  });

  test('the same question of one run is one call, and of a new look another', async () => {
    sandbox.log.clear();
    const once: ReadClients = reader.fresh();
    await Promise.all([once.lambda.listFunctions({}), once.lambda.listFunctions({}), once.iam.listRoles({})]);
    expect(sandbox.log.list()).toHaveLength(2);
    await reader.fresh().lambda.listFunctions({});
    expect(sandbox.log.list()).toHaveLength(3);
  });
});

/** Full clients are another type: what only reads never gets one by accident. */
test('full clients cannot be put where reading ones are asked to be all', () => {
  const full = (aws: ReadClients): FullClients =>
    // @ts-expect-error reading clients lack what full ones have
    aws;
  expect(full).toBeTypeOf('function');
});
