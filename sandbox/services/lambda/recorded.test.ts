import {
  AddPermissionCommand,
  type AddPermissionCommandInput,
  CreateAliasCommand,
  type CreateAliasCommandInput,
  CreateFunctionCommand,
  DeleteAliasCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { ACCOUNT, arnOf, creation, openLambda, REGION, zipOf } from '#sandbox/testing/open-lambda.ts';
import { expectRecorded, oracle } from '#sandbox/testing/recorded-lambda.ts';

const EVENT_SOURCES = 'event source mappings are not in the sandbox yet';
const ADDRESSES = 'function URLs are not in the sandbox yet';

const LEFT_OUT: Record<string, string> = {
  'lambda.esm.lifecycle-ddb': EVENT_SOURCES,
  'lambda.esm.sqs-event': EVENT_SOURCES,
  'lambda.url.config': ADDRESSES,
  'lambda.url.no-permission': ADDRESSES,
  'lambda.sandbox.filesystem': 'functions run as the learner’s own user, not as sbx_user1051',
};

const RUN_HERE = [
  'lambda.get-function.missing',
  'lambda.invoke.bad-name',
  'lambda.versions.list',
  'lambda.alias.lifecycle',
  'lambda.alias.errors',
  'lambda.layers.errors',
  'lambda.layers.quota',
  'lambda.permission.errors',
  'lambda.tags.errors',
];

/** Those that need code to run: `recorded-invoke.test.ts`. */
const RUN_THERE = [
  'lambda.invoke.request-response',
  'lambda.invoke.event',
  'lambda.invoke.dry-run',
  'lambda.invoke.null-return',
  'lambda.invoke.missing-function',
  'lambda.invoke.invalid-payload',
  'lambda.error.handler',
  'lambda.error.import',
  'lambda.error.wrapper-missing',
  'lambda.error.timeout',
  'lambda.timeout.env-reuse',
  'lambda.error.response-too-large',
  'lambda.logs.tail',
  'lambda.logs.error-and-retry',
  'lambda.throttle.reserved-0',
  'lambda.error.handler.nodejs24',
  'lambda.introspect.nodejs24',
];

const { lambda, sandbox, create, close } = await openLambda({ http: true });
afterAll(close);

describe.skipIf(!oracle)('Lambda answers as AWS did when it was recorded (skipped without ../shared)', () => {
  it('runs every recorded case, or says why not', () => {
    const all = [...RUN_HERE, ...RUN_THERE, ...Object.keys(LEFT_OUT)];
    expect(all.sort()).toEqual(Object.keys(oracle ?? {}).sort());
  });

  it('lambda.get-function.missing', async () => {
    const call = lambda.send(new GetFunctionCommand({ FunctionName: 'none' }));
    await expectRecorded('lambda.get-function.missing', 'not_found_exception', call);
  });

  it('lambda.invoke.bad-name', async () => {
    const FunctionName = `arn:aws:lambda:${REGION}:123400000000@function:myfn`;
    const call = lambda.send(new InvokeCommand({ FunctionName }));
    await expectRecorded('lambda.invoke.bad-name', 'invoke_function_name_pattern_exc', call);
  });

  it('lambda.versions.list', async () => {
    const id = 'lambda.versions.list';
    const FunctionName = 'versions';
    await create(FunctionName, { Runtime: 'python3.12', Publish: true });
    const one = new GetFunctionCommand({ FunctionName, Qualifier: '1' });
    await expectRecorded(id, 'get_function_version_result', lambda.send(one));
    const all = new ListVersionsByFunctionCommand({ FunctionName });
    await expectRecorded(id, 'list_versions_result', lambda.send(all));
    const again = new PublishVersionCommand({ FunctionName });
    await expectRecorded(id, 'repeated_publish_response', lambda.send(again));
  });

  it('lambda.alias.lifecycle', async () => {
    const id = 'lambda.alias.lifecycle';
    const FunctionName = 'aliased';
    await createTwoVersions(FunctionName);
    const weighted = { AdditionalVersionWeights: { '2': 0.2 } };
    const first = { FunctionName, Name: 'aliasname1_1', FunctionVersion: '1', Description: 'custom-alias' };
    const made = lambda.send(new CreateAliasCommand({ ...first, RoutingConfig: weighted }));
    await expectRecorded(id, 'create_alias_1_1', made);
    const others: Array<Omit<CreateAliasCommandInput, 'FunctionName'>> = [
      { Name: 'aliasname1_2', FunctionVersion: '1', Description: 'custom-alias' },
      { Name: 'aliasname1_3', FunctionVersion: '1' },
      { Name: 'aliasname2', FunctionVersion: '2', Description: 'custom-alias' },
    ];
    for (const other of others) await lambda.send(new CreateAliasCommand({ FunctionName, ...other }));
    const missing = new GetFunctionCommand({ FunctionName, Qualifier: 'aliasdoesnotexist' });
    await expectRecorded(id, 'get_function_alias_notfound_exc', lambda.send(missing));
    const list = lambda.send(new ListAliasesCommand({ FunctionName }));
    await expectRecorded(id, 'list_aliases_for_fnname', list);
    const emptied = { FunctionName, Name: 'aliasname1_1', RoutingConfig: { AdditionalVersionWeights: {} } };
    await expectRecorded(id, 'update_alias_1_1', lambda.send(new UpdateAliasCommand(emptied)));
    const deletion = lambda.send(new DeleteAliasCommand({ FunctionName, Name: 'aliasname1_1' }));
    await expectRecorded(id, 'delete_alias_response', deletion);
  });

  it('lambda.alias.errors', async () => {
    const FunctionName = 'alias-errors';
    await createTwoVersions(FunctionName);
    const base = { FunctionName, Name: 'custom', FunctionVersion: '1' };
    const to = (weights: Record<string, number>) => ({
      RoutingConfig: { AdditionalVersionWeights: weights },
    });
    const cases: Array<[string, CreateAliasCommandInput]> = [
      ['routing_config_exc_toomany', { ...base, ...to({ '1': 0.1, '2': 0.2 }) }],
      ['routing_config_exc_toohigh', { ...base, ...to({ '2': 2 }) }],
      ['routing_config_exc_subzero', { ...base, ...to({ '2': -1 }) }],
      ['routing_config_exc_sameversion', { ...base, ...to({ '1': 0.5 }) }],
      ['target_version_doesnotexist', { ...base, FunctionVersion: '10', ...to({ '2': 0.5 }) }],
      ['target_version_exc_version_latest', { ...base, FunctionVersion: '$LATEST', ...to({ '1': 0.5 }) }],
      ['routing_config_exc_fn_doesnotexist', { ...base, FunctionName: `${FunctionName}-unknown` }],
    ];
    for (const [part, input] of cases) {
      await expectRecorded('lambda.alias.errors', part, lambda.send(new CreateAliasCommand(input)));
    }
    await lambda.send(new CreateAliasCommand(base));
    const again = lambda.send(new CreateAliasCommand(base));
    await expectRecorded('lambda.alias.errors', 'routing_config_exc_already_exist', again);
    const missing = lambda.send(new GetAliasCommand({ FunctionName, Name: 'non-existent' }));
    await expectRecorded('lambda.alias.errors', 'alias_does_not_exist_esc', missing);
  });

  it('lambda.layers.errors', async () => {
    const id = 'lambda.layers.errors';
    await create('layered');
    const layer = await publishLayer('shelf');
    await publishLayer('shelf');
    const bare = layer.replace(/:1$/, '');
    const cases: Array<[string, string[]]> = [
      ['two_layer_versions_single_function_exc', [`${bare}:1`, `${bare}:2`]],
      ['two_identical_layer_versions_single_function_exc', [`${bare}:1`, `${bare}:1`]],
      ['add_nonexistent_layer_exc', [`arn:aws:lambda:${REGION}:${ACCOUNT}:layer:doesnotexist:1`]],
      ['add_nonexistent_layer_version_exc', [`${bare}:9`]],
      ['add_layer_arn_without_version_exc', [bare]],
    ];
    for (const [part, Layers] of cases) {
      const change = new UpdateFunctionConfigurationCommand({ FunctionName: 'layered', Layers });
      await expectRecorded(id, part, lambda.send(change));
    }
  });

  it('lambda.layers.quota', async () => {
    const Layers = await Promise.all(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map(publishLayer));
    const call = lambda.send(new CreateFunctionCommand(creation('too-many', { Layers })));
    await expectRecorded('lambda.layers.quota', 'create_function_with_six_layers', call);
  });

  it('lambda.permission.errors', async () => {
    const id = 'lambda.permission.errors';
    const FunctionName = 'permitted';
    await create(FunctionName);
    const base: AddPermissionCommandInput = {
      FunctionName,
      StatementId: 's1',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    };
    const cases: Array<[string, Partial<AddPermissionCommandInput>]> = [
      ['add_permission_invalid_statement_id', { StatementId: 'example.com' }],
      [
        'add_permission_fn_qualifier_mismatch',
        { FunctionName: `${FunctionName}:alias-a`, Qualifier: 'alias-b' },
      ],
      ['add_permission_fn_qualifier_latest', { Qualifier: '$LATEST' }],
      ['add_permission_principal_invalid', { Principal: 'invalid.nonaws.com' }],
      ['add_permission_fn_doesnotexist', { FunctionName: 'doesnotexist' }],
    ];
    for (const [part, change] of cases) {
      await expectRecorded(id, part, lambda.send(new AddPermissionCommand({ ...base, ...change })));
    }
    const none = { FunctionName: 'doesnotexist' };
    await expectRecorded(id, 'get_policy_fn_doesnotexist', lambda.send(new GetPolicyCommand(none)));
    const removal = new RemovePermissionCommand({ FunctionName, StatementId: 's3' });
    await expectRecorded(id, 'remove_permission_policy_doesnotexist', lambda.send(removal));
    const third = { ...base, StatementId: 's3' };
    await lambda.send(new AddPermissionCommand(third));
    const again = lambda.send(new AddPermissionCommand(third));
    await expectRecorded(id, 'add_permission_conflicting_statement_id', again);
  });

  it('lambda.tags.errors', async () => {
    const id = 'lambda.tags.errors';
    await create('tagged');
    const Tags = { key: 'value' };
    const tag = (Resource: string, tags: Record<string, string> = Tags) =>
      lambda.send(new TagResourceCommand({ Resource, Tags: tags }));
    await expectRecorded(id, 'tag_lambda_doesnotexist', tag(arnOf('doesnotexist')));
    await expectRecorded(id, 'tag_lambda_qualifier_doesnotexist', tag(`${arnOf('tagged')}:v1`));
    const emptied = lambda.send(new UntagResourceCommand({ Resource: arnOf('tagged'), TagKeys: [] }));
    await expectRecorded(id, 'untag_empty_keys', emptied);
    await expectRecorded(id, 'tag_empty_tags', tag(arnOf('tagged'), {}));
  });
});

async function createTwoVersions(FunctionName: string): Promise<void> {
  await create(FunctionName, { Publish: true });
  const ZipFile = zipOf({ 'index.mjs': 'export const handler = () => 2;' });
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile, Publish: true }));
  sandbox.clock.advance(1000);
}

async function publishLayer(LayerName: string): Promise<string> {
  const Content = { ZipFile: zipOf({ 'python/shared.py': 'x = 1\n' }) };
  const made = await lambda.send(new PublishLayerVersionCommand({ LayerName, Content }));
  return made.LayerVersionArn ?? '';
}
