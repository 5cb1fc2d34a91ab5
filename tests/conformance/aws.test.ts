import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zip } from '#sandbox/parts/zip.ts';
import { run, type Served, serveSandbox, works } from './served.ts';

// Only flags that both versions of the command understand: learners have the second, some machines the first.
describe.skipIf(!(await works('aws', '--version')))(
  'the aws command (skipped where it is not installed)',
  () => {
    let served: Served;

    beforeAll(async () => {
      served = await serveSandbox();
      for (const [name, text] of Object.entries(files)) writeFileSync(join(served.folder, name), text);
      writeFileSync(join(served.folder, 'code.zip'), zipOf('index.py', CODE));
    });
    afterAll(() => served.end());

    const aws = (line: string, env: NodeJS.ProcessEnv = {}) =>
      run('aws', [...wordsOf(line, served.folder), '--output', 'json'], { ...served.environment, ...env });

    /** Runs the lines in turn, and answers what the last one printed. */
    async function answers(...lines: string[]) {
      let last = '';
      for (const line of lines) {
        const { code, stdout, stderr } = await aws(line);
        expect(`${code} ${stderr}`, line).toBe('0 ');
        last = stdout;
      }
      return last === '' ? undefined : JSON.parse(last);
    }

    async function refusal(line: string, env: NodeJS.ProcessEnv = {}) {
      const { code, stderr } = await aws(line, env);
      expect(code, line).not.toBe(0);
      return stderr.trim();
    }

    test('does the first lab from the role to the log', { timeout: 60_000 }, async () => {
      await answers(
        'iam create-role --role-name fn --assume-role-policy-document file://trust.json',
        'iam attach-role-policy --role-name fn --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        'lambda create-function --function-name fn --runtime python3.13 --role arn:aws:iam::111122223333:role/fn --handler index.handler --zip-file fileb://code.zip',
        'lambda wait function-active --function-name fn',
        'lambda update-function-configuration --function-name fn --memory-size 256 --timeout 10 --environment Variables={GREETING=hello}',
        'lambda wait function-updated --function-name fn',
      );
      expect(await answers('lambda invoke --function-name fn --payload fileb://event.json out.json')).toEqual(
        {
          StatusCode: 200,
          ExecutedVersion: '$LATEST',
        },
      );
      expect(JSON.parse(served.read('out.json'))).toEqual({ name: 'はなこ', greeting: 'hello' });
      const { events } = await answers(
        'logs filter-log-events --log-group-name /aws/lambda/fn --filter-pattern asked',
      );
      expect(events).toMatchObject([{ message: expect.stringContaining('asked はなこ') }]);
      expect(
        await answers('lambda get-function-configuration --function-name fn --query [MemorySize,Timeout]'),
      ).toEqual([256, 10]);
      await answers('lambda delete-function --function-name fn');
      expect(await refusal('lambda get-function --function-name fn')).toBe(
        'An error occurred (ResourceNotFoundException) when calling the GetFunction operation: Function not found: arn:aws:lambda:ap-northeast-1:111122223333:function:fn',
      );
    });

    test('makes, deploys and calls an API', async () => {
      const { id, rootResourceId } = await answers('apigateway create-rest-api --name of-aws');
      const at = `--rest-api-id ${id} --resource-id ${rootResourceId} --http-method GET`;
      await answers(
        `apigateway put-method ${at} --authorization-type NONE`,
        `apigateway put-integration ${at} --type MOCK --request-templates file://request-template.json`,
        `apigateway put-method-response ${at} --status-code 200`,
        `apigateway put-integration-response ${at} --status-code 200 --response-templates file://response-template.json`,
        `apigateway create-deployment --rest-api-id ${id} --stage-name dev`,
      );
      const answer = await fetch(`${served.apiEndpoint}/_api/${id}/dev/?name=Lan`);
      expect([answer.status, await answer.json()]).toEqual([200, { hello: 'Lan' }]);
      await answers(
        `apigateway get-export --rest-api-id ${id} --stage-name dev --export-type oas30 export.json`,
      );
      expect(Object.keys(JSON.parse(served.read('export.json')).paths)).toEqual(['/']);
    });

    test('keeps items of a table, binary and sets too', async () => {
      await answers(
        'dynamodb create-table --table-name items --billing-mode PAY_PER_REQUEST --key-schema AttributeName=id,KeyType=HASH --attribute-definitions AttributeName=id,AttributeType=S',
      );
      // A waiter that comes too early looks again only after twenty seconds.
      await setTimeout(500);
      await answers(
        'dynamodb wait table-exists --table-name items',
        'dynamodb put-item --table-name items --item file://item.json',
      );
      const { Item } = await answers('dynamodb get-item --table-name items --key file://key.json');
      // The first version of the command takes bytes as text, the second as Base64.
      expect(['AAH/', btoa('AAH/')]).toContain(Item.blob.B);
      expect({ ...Item, blob: { B: 'AAH/' } }).toEqual(JSON.parse(files['item.json']));
      expect(
        await refusal(
          'dynamodb put-item --table-name items --item file://item.json --condition-expression attribute_not_exists(id)',
        ),
      ).toContain('(ConditionalCheckFailedException)');
      await answers(
        'dynamodb delete-table --table-name items',
        'dynamodb wait table-not-exists --table-name items',
      );
    });

    test('pages by itself, and where it is asked to stop', async () => {
      await answers(
        ...['a', 'b', 'c'].map((name) => `logs create-log-group --log-group-name /paged/${name}`),
      );
      const all = await answers('logs describe-log-groups --log-group-name-prefix /paged/ --page-size 1');
      expect(all.logGroups).toHaveLength(3);
      const some = await answers('logs describe-log-groups --log-group-name-prefix /paged/ --max-items 2');
      expect([some.logGroups.length, typeof some.NextToken]).toEqual([2, 'string']);
      const rest = await answers(
        `logs describe-log-groups --log-group-name-prefix /paged/ --starting-token ${some.NextToken}`,
      );
      expect(rest.logGroups).toMatchObject([{ logGroupName: '/paged/c' }]);
    });

    test('takes a role with its external id, and what the role may is simulated', async () => {
      await answers(
        'iam create-role --role-name shared --assume-role-policy-document file://trust-external.json',
        'iam put-role-policy --role-name shared --policy-name own --policy-document file://may-translate.json',
      );
      const take = 'sts assume-role --role-arn arn:aws:iam::111122223333:role/shared --role-session-name one';
      expect(await refusal(take)).toContain('(AccessDenied) when calling the AssumeRole operation');
      const { Credentials: keys } = await answers(`${take} --external-id course-2026`);
      const session = {
        AWS_ACCESS_KEY_ID: keys.AccessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.SecretAccessKey,
        AWS_SESSION_TOKEN: keys.SessionToken,
      };
      expect(await refusal('dynamodb list-tables', session)).toContain('(AccessDeniedException)');
      const decided = await answers(
        'iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:role/shared --action-names translate:TranslateText sqs:SendMessage --query EvaluationResults[].EvalDecision',
      );
      expect(decided).toEqual(['allowed', 'implicitDeny']);
    });

    test('translates, sends a message and finds it in the trail', async () => {
      const said = await answers(
        'translate translate-text --text hello --source-language-code en --target-language-code vi',
      );
      expect(said.TargetLanguageCode).toBe('vi');
      // The first version of the command asks AWS itself for queues unless it is told here.
      const there = `--endpoint-url ${served.endpoint}`;
      const { QueueUrl } = await answers(`sqs create-queue --queue-name of-aws ${there}`);
      const got = await answers(
        `sqs send-message --queue-url ${QueueUrl} --message-body hello ${there}`,
        `sqs receive-message --queue-url ${QueueUrl} ${there}`,
      );
      expect(got.Messages).toMatchObject([{ Body: 'hello' }]);
      const { Events } = await answers(
        'cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateQueue',
      );
      expect(Events).toMatchObject([{ EventName: 'CreateQueue' }]);
    });

    test('is refused with a wrong secret', async () => {
      expect(await refusal('sts get-caller-identity', { AWS_SECRET_ACCESS_KEY: 'wrong' })).toContain(
        '(SignatureDoesNotMatch)',
      );
      expect(await refusal('lambda list-functions', { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' })).toContain(
        '(UnrecognizedClientException)',
      );
    });

    test('is told by name what is not there', async () => {
      expect(await refusal('lambda list-code-signing-configs')).toBe(
        'An error occurred (NotImplementedException) when calling the ListCodeSigningConfigs operation: The sandbox has no lambda:ListCodeSigningConfigs.',
      );
      expect(await refusal('kms list-keys')).toContain('The sandbox has no service named kms.');
    });
  },
);

const CODE = `
import os
def handler(event, context):
    print("asked", event["name"])
    return {"name": event["name"], "greeting": os.environ.get("GREETING")}
`;

const trustOf = (principal: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }],
  });

const files = {
  'trust.json': trustOf({ Service: 'lambda.amazonaws.com' }),
  'trust-external.json': trustOf(
    { AWS: '111122223333' },
    { Condition: { StringEquals: { 'sts:ExternalId': 'course-2026' } } },
  ),
  'may-translate.json': JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'translate:TranslateText', Resource: '*' }],
  }),
  'event.json': JSON.stringify({ name: 'はなこ' }),
  'request-template.json': JSON.stringify({ 'application/json': '{"statusCode": 200}' }),
  'response-template.json': JSON.stringify({ 'application/json': '{"hello": "$input.params(\'name\')"}' }),
  'key.json': JSON.stringify({ id: { S: 'one' } }),
  'item.json': JSON.stringify({
    id: { S: 'one' },
    blob: { B: 'AAH/' },
    words: { SS: ['a', 'b'] },
    numbers: { NS: ['1', '2.5'] },
    nested: { M: { list: { L: [{ NULL: true }, { BOOL: false }, { N: '-0.001' }] } } },
  }),
};

function zipOf(path: string, text: string): Uint8Array {
  return zip.write([{ path, bytes: new TextEncoder().encode(text), mode: 0o644 }]);
}

/** The words of a command line; names of files are those of the test's own folder. */
function wordsOf(line: string, folder: string): string[] {
  return line
    .split(' ')
    .map((word) => word.replace(/^(fileb?:\/\/)/, `$1${folder}/`))
    .map((word) => (/^(out|export)\.json$/.test(word) ? join(folder, word) : word));
}
