import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { gunzipSync, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientPool } from '#checker/core/client-pool.ts';
import { readSubmission } from '#checker/submission/read-submission.ts';
import type { Submission } from '#checker/submission/submission.ts';
import { attach } from '#sandbox/parts/attach.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
const folder = mkdtempSync(path.join(tmpdir(), 'handson-out-'));
afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(folder, { recursive: true });
});

const canary = (what: string) => `canary-${what}-7f3a9c`;
const env = {
  HANDSON_HOME: home,
  AWS_SECRET_ACCESS_KEY: canary('aws-secret-of-this-shell'),
  DATABASE_PASSWORD: canary('password-of-this-shell'),
  PLAIN_VARIABLE: canary('variable-of-this-shell'),
};
const run = (...line: string[]) => handson(line, { env });
const at = (name: string) => path.join(folder, name);

/** Clients of the learner's sandbox, to put things into it that must not come along. */
async function inSandbox<Value>(
  work: (aws: ReturnType<ReturnType<typeof clientPool>['clients']>, account: string) => Promise<Value>,
  account = '111122223333',
): Promise<Value> {
  const attached = await attach({ home, env: {} });
  if ('problem' in attached) throw new Error('no sandbox');
  const pool = clientPool(
    {
      region: 'ap-northeast-1',
      credentials: { accessKeyId: account, secretAccessKey: attached.secret },
      endpoint: attached.endpoint,
      fetch,
      apiUrl: () => '',
      userAgent: 'test',
    },
    { attempts: 1 },
  );
  try {
    return await work(
      pool.clients((call) => call.send()),
      account,
    );
  } finally {
    pool.close();
    await attached.close();
  }
}

/** Everything in a file that can be read: the document, and each file of the code in it. */
function everythingIn(file: string): string {
  const text = new TextDecoder().decode(gunzipSync(readFileSync(file)));
  const { records } = JSON.parse(text) as Submission;
  const code = records.flatMap(([, value]) => {
    const { base64 } = value as { base64?: string };
    if (base64 === undefined) return [];
    return Object.values(unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))).map((bytes) =>
      new TextDecoder().decode(bytes),
    );
  });
  return [text, ...code].join('\n');
}

const codeThatLogs = `export const handler = async () => {
  console.log(process.env.HOME, ${JSON.stringify(homedir())} + '/notes.txt', ${JSON.stringify(root)} + '/x.ts');
  console.log('at /Users/ann.lee/work/a.mjs and C:\\\\Users\\\\ann\\\\b.mjs and /home/ann/c.mjs');
  console.log(process.env);
  return 'ok';
};`;

describe('a file for the instructor', () => {
  beforeAll(async () => {
    for (const lab of ['0', '1', '3', '5']) {
      const applied = await run('apply', lab, '--runtime', 'node');
      expect(applied.exitCode, String(applied.stderr)).toBe(0);
    }
    await inSandbox(async (aws, account) => {
      await aws.iam.createUser({ UserName: 'ann' });
      await aws.iam.createAccessKey({ UserName: 'ann' });
      await aws.dynamodb.createTable({
        TableName: 'diary',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await aws.dynamodb.putItem({ TableName: 'diary', Item: { id: { S: canary('row-of-another-table') } } });
      await aws.logs.createLogGroup({ logGroupName: '/mine' });
      await aws.logs.createLogStream({ logGroupName: '/mine', logStreamName: canary('stream') });
      await aws.logs.putLogEvents({
        logGroupName: '/mine',
        logStreamName: canary('stream'),
        logEvents: [{ timestamp: Date.now(), message: canary('line-of-another-log') }],
      });
      await aws.apigateway.createApiKey({
        name: 'mine',
        value: canary('value-of-an-api-key-000'),
        enabled: true,
      });
      await aws.budgets.createBudget({
        AccountId: account,
        Budget: {
          BudgetName: 'mine',
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
          BudgetLimit: { Amount: '1', Unit: 'USD' },
        },
        NotificationsWithSubscribers: [
          {
            Notification: { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold: 1 },
            Subscribers: [{ SubscriptionType: 'EMAIL', Address: `${canary('address')}@example.com` }],
          },
        ],
      });
      await aws.lambda.updateFunctionCode({
        FunctionName: 'translate-function',
        ZipFile: zip.write([
          { path: 'index.mjs', bytes: new TextEncoder().encode(codeThatLogs), mode: 0o644 },
        ]),
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await aws.lambda.invoke({ FunctionName: 'translate-function' });
    });
    await inSandbox(async (aws) => {
      await aws.iam.createRole({
        RoleName: canary('role-of-another-account'),
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        }),
      });
    }, '222233334444');
    await run('hint', 'lambda-alone', 'create-function');
    await run('check', '--all');
  }, 120_000);

  test('holds the learner’s world and results, and nothing else', async () => {
    const submitted = await run(
      'submit',
      '--email',
      'ann@example.com',
      '--name',
      'Ann',
      '--out',
      at('ann.handson'),
    );
    expect(submitted.exitCode, String(submitted.stderr)).toBe(0);
    const text = everythingIn(at('ann.handson'));
    expect(text).toContain('translate-function');
    expect(text).toContain('ann@example.com');
    expect(text.replaceAll('"mine"', '')).not.toContain('canary-');
    const { secret, token } = JSON.parse(readFileSync(path.join(home, 'installation.json'), 'utf8'));
    // The code is the learner's own writing, and quotes where it was written.
    for (const [name, foreign] of Object.entries({ home, root, secret, token }))
      expect(text.split(codeThatLogs).join(''), name).not.toContain(foreign);
    expect(text).not.toMatch(/(AKIA|ASIA)[A-Z0-9]{16}|sessionToken|secretAccessKey|222233334444/);
    expect(text.split(codeThatLogs).join('')).not.toMatch(/ann\.lee|Users\\\\ann|home\/ann/);
    expect(text).not.toContain('role-sessions');
    expect(text).not.toContain('/cloudtrail/');
  }, 60_000);

  test('is what its schema says, and is read back whole', () => {
    const ajv = new Ajv({ allErrors: true, strictTuples: false });
    ajv.addSchema(
      JSON.parse(readFileSync(path.join(root, 'docs/schemas/handson.submission.1.json'), 'utf8')),
    );
    const bytes = new Uint8Array(readFileSync(at('ann.handson')));
    const document = JSON.parse(new TextDecoder().decode(gunzipSync(bytes)));
    ajv.validate('handson.submission/1', document);
    expect(ajv.errors ?? []).toEqual([]);
    expect(readSubmission(bytes)).toEqual(document);
    expect(bytes.length).toBeLessThan(40_000);
  });

  test('has the same bytes for the same world, and no trace of when it was packed', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await run('submit', '--email', 'ann@example.com', '--name', 'Ann', '--out', at('again.handson'));
    expect(readFileSync(at('again.handson'))).toEqual(readFileSync(at('ann.handson')));
  }, 30_000);

  test('says as JSON what was written', async () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.addSchema(JSON.parse(readFileSync(path.join(root, 'docs/schemas/handson.submit.1.json'), 'utf8')));
    const { stdout } = await run(
      'submit',
      '1',
      '--json',
      '--email',
      'ann@example.com',
      '--out',
      at('json.handson'),
    );
    const document = JSON.parse(String(stdout));
    ajv.validate('handson.submit/1', document);
    expect(ajv.errors ?? []).toEqual([]);
    expect(document).toMatchObject({
      labs: ['lambda-alone'],
      bytes: readFileSync(at('json.handson')).length,
    });
  }, 30_000);

  test.each([
    ['en', 'This goes into the file, and nothing else:', 'Send it to your instructor'],
    ['ja', 'ファイルに入るのは次のものだけです:', '講師に送ってください'],
    ['vi', 'Chỉ những thứ sau được đưa vào tệp:', 'Hãy gửi cho giảng viên'],
  ])(
    'in %s it is said what goes in before it is written',
    async (lang, goesIn, written) => {
      const { stdout, exitCode } = await run(
        ...['submit', '--lang', lang, '--email', 'ann@example.com', '--out', at(`${lang}.handson`)],
      );
      expect(exitCode).toBe(0);
      expect(stdout).toContain(goesIn);
      expect(stdout).toContain(written);
      expect(String(stdout).indexOf(goesIn)).toBeLessThan(String(stdout).indexOf(written));
    },
    30_000,
  );

  test('a secret in the code or in a variable stops it, and no file is left', async () => {
    await inSandbox(async (aws) => {
      await aws.lambda.updateFunctionConfiguration({
        FunctionName: 'translate-function',
        Environment: { Variables: { KEY: 'AKIAABCDEFGHIJKLMNOP', OTHER: env.DATABASE_PASSWORD } },
      });
    });
    const refused = await run('submit', '--email', 'ann@example.com', '--out', at('secret.handson'));
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      'access key, in 111122223333/ap-northeast-1/lambda/functions/translate-function',
    );
    expect(refused.stderr).toContain('DATABASE_PASSWORD');
    expect(refused.stderr).not.toContain('canary');
    expect(existsSync(at('secret.handson'))).toBe(false);
    await inSandbox(async (aws) => {
      const secretive = `export const handler = () => '${env.AWS_SECRET_ACCESS_KEY}';`;
      await aws.lambda.updateFunctionConfiguration({
        FunctionName: 'translate-function',
        Environment: { Variables: { TABLE: 'x' } },
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await aws.lambda.updateFunctionCode({
        FunctionName: 'translate-function',
        ZipFile: zip.write([{ path: 'index.mjs', bytes: new TextEncoder().encode(secretive), mode: 0o644 }]),
      });
    });
    const again = await run('submit', '--email', 'ann@example.com', '--out', at('secret.handson'));
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('AWS_SECRET_ACCESS_KEY, in');
    expect(again.stderr).toContain('index.mjs');
    expect(existsSync(at('secret.handson'))).toBe(false);
  }, 60_000);

  test('a world that is too large is refused with the reason', async () => {
    await inSandbox(async (aws) => {
      const bytes = new Uint8Array(6 * 1024 * 1024);
      for (let place = 0; place < bytes.length; place += 65_536)
        bytes.set(crypto.getRandomValues(new Uint8Array(65_536)), place);
      await aws.lambda.updateFunctionCode({
        FunctionName: 'translate-function',
        ZipFile: zip.write([{ path: 'index.mjs', bytes, mode: 0o644 }]),
      });
    });
    const refused = await run('submit', '--email', 'ann@example.com', '--out', at('large.handson'));
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/more than can be handed in \([\d,]+ where [\d,]+ is the most\)/);
    expect(existsSync(at('large.handson'))).toBe(false);
  }, 60_000);
});

test('who gives no address, a wrong lab or a foreign file to write over is told so, and nothing is written', async () => {
  const nobody = await run('submit', '--out', at('nobody.handson'));
  expect([nobody.exitCode, existsSync(at('nobody.handson'))]).toEqual([64, false]);
  expect((await run('submit', 'no-lab', '--email', 'a@b')).exitCode).toBe(64);
  writeFileSync(at('thesis.txt'), 'mine');
  const inTheWay = await run('submit', '--email', 'ann@example.com', '--out', at('thesis.txt'));
  expect(inTheWay.exitCode).toBe(64);
  expect(readFileSync(at('thesis.txt'), 'utf8')).toBe('mine');
  expect((await run('submit', '--email', 'a\nb@c')).exitCode).toBe(64);
}, 60_000);

test.each([
  ['en', 'your instructor looks through the role'],
  ['ja', '講師は、案内に従って作ったロールを通して確認します'],
  ['vi', 'giảng viên xem bài qua role'],
])('who works in an AWS account is told in %s what to do instead', async (lang, sentence) => {
  const away = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
  const target = { kind: 'aws', account: '222233334444', region: 'us-east-1', prefix: '', behaviour: false };
  writeFileSync(path.join(away, 'target.json'), JSON.stringify(target));
  const { exitCode, stderr } = await handson(['submit', '--lang', lang, '--email', 'a@b.c'], {
    env: { HANDSON_HOME: away },
  });
  rmSync(away, { recursive: true });
  expect(exitCode).toBe(64);
  expect(stderr).toContain(sentence);
});
