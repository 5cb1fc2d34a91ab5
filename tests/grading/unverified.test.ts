import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-unverified-'));
const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });
const accounts = { closed: '222233334444', safe: '333344445555', unsafe: '444455556666' };
const verdicts = () =>
  JSON.parse(readFileSync(path.join(home, 'classes/spring/class.json'), 'utf8')).learners.map(
    ({ access }: { access?: { verdict: string } }) => access?.verdict,
  );

const serving = { end: async () => {}, endpoint: '', secretAccessKey: '' };

beforeAll(async () => {
  const running = handson(['sandbox', '--json', '--memory', '--port', '0', '--api-port', '0'], {
    env: { HANDSON_HOME: home },
  });
  serving.end = async () => {
    running.kill('SIGINT');
    await running;
  };
  await once(running.stdout as NodeJS.ReadableStream, 'data');
  const lines = String((await run('sandbox', '--env', 'sh')).stdout);
  const endpoint = /AWS_ENDPOINT_URL='(.*)'/.exec(lines)?.[1] ?? '';
  const secretAccessKey = /AWS_SECRET_ACCESS_KEY='(.*)'/.exec(lines)?.[1] ?? '';
  Object.assign(serving, { endpoint, secretAccessKey });
  await run('class', 'init', 'spring');
  const roster = path.join(home, 'roster.csv');
  writeFileSync(
    roster,
    `name,account\nCam,${accounts.closed}\nHoa,${accounts.safe}\nUyen,${accounts.unsafe}\n`,
  );
  await run('class', 'add', roster);
  for (const is of ['safe', 'unsafe'] as const) {
    const account = accounts[is];
    const template = readFileSync(path.join(home, `classes/spring/roles/${account}.json`), 'utf8');
    const { RoleName, AssumeRolePolicyDocument, Policies } = JSON.parse(template).Resources.Grader.Properties;
    if (is === 'unsafe') delete AssumeRolePolicyDocument.Statement[0].Condition;
    const iam = new IAMClient({
      endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: account, secretAccessKey },
    });
    const trust = JSON.stringify(AssumeRolePolicyDocument);
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    for (const { PolicyName, PolicyDocument } of Policies)
      await iam.send(
        new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(PolicyDocument) }),
      );
  }
}, 60_000);

afterAll(async () => {
  await serving.end();
  rmSync(home, { recursive: true });
});

test('whose role nobody has verified is verified before it is used', async () => {
  expect(verdicts()).toEqual([undefined, undefined, undefined]);
  const graded = await run('grade', '--labs', '1', '--json');
  expect(graded.exitCode, String(graded.stderr)).toBe(2);
  const { learners } = JSON.parse(String(graded.stdout));
  expect(learners.map(({ state, cause }: Record<string, unknown>) => [state, cause])).toEqual([
    ['unreadable', 'denied'],
    ['read', null],
    ['unsafe', 'denied'],
  ]);
  expect(JSON.stringify(learners[2])).not.toContain('"outcome":"fail"');
  expect(verdicts()).toEqual([undefined, 'safe', 'unsafe']);
}, 60_000);

test.each([
  ['en', 'Make the role, once', 'Add this to the policy'],
  ['ja', 'ロールを 1 回作成してください', 'ポリシーに'],
  ['vi', 'Hãy tạo role một lần', 'Thêm dòng này vào policy'],
])(
  'whoever has not made the role is asked to make it, and for no policy of anybody’s, in %s',
  async (lang, asked, wrong) => {
    const html = path.join(home, `report-${lang}`);
    const chase = path.join(home, `chase-${lang}.csv`);
    const file = path.join(home, 'classes/spring/class.json');
    const written = JSON.parse(readFileSync(file, 'utf8'));
    for (const one of written.learners) one.language = lang;
    writeFileSync(file, JSON.stringify(written));
    await run('grade', '--last', '--html', html, '--chase', chase);
    const { stdout } = await run('grade', '--show', 'Cam', '--lang', lang);
    const pages = readdirSync(html, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const own = pages.map((name) => readFileSync(path.join(html, name), 'utf8'));
    const told = [own.join(''), readFileSync(chase, 'utf8'), String(stdout).replace(/\s+/g, ' ')];
    for (const text of told) {
      expect(text).toContain(`handson class verify ${accounts.closed}`);
      expect(text).not.toContain(wrong);
    }
    expect(told[0]).toContain(asked);
    expect(told[1]).toContain(asked);
  },
  60_000,
);

test('each role is told with what to do next, and how many are how', async () => {
  const { stdout, stderr, exitCode } = await run('class', 'verify');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('Uyen (444455556666): UNSAFE');
  expect(stdout).toContain('delete the role first');
  expect(stdout).toContain('handson class letter 222233334444');
  expect(stderr).toContain('1 safe, 1 unsafe, 1 closed, 0 unclear.');
  expect(verdicts()).toEqual(['closed', 'safe', 'unsafe']);
}, 60_000);

test('who pays for nothing is told apart from who cannot be read', async () => {
  const { stdout, exitCode } = await run('class', 'leftovers');
  expect(exitCode).toBe(2);
  expect(stdout).toContain('Accounts read: 1; something stands in 0');
  expect(stdout).toContain('2 could not be read');
}, 60_000);

test('who would pay is told with the sum, for people and for programs', async () => {
  const { endpoint, secretAccessKey } = serving;
  const dynamodb = new DynamoDBClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: accounts.safe, secretAccessKey },
  });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'translate-history',
      KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
  const { stdout, exitCode } = await run('class', 'leftovers');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('Hoa (333344445555): 0.57 USD a month');
  expect(stdout).toContain('translate-history: 0.57 USD a month');
  const vi = await run('class', 'leftovers', '--lang', 'vi');
  expect(vi.stdout).toContain('Hoa (333344445555): 0,57 USD mỗi tháng');
  expect(vi.stdout).not.toContain('(denied)');
  const told = JSON.parse(String((await run('class', 'leftovers', 'Hoa', 'Uyen', '--json')).stdout));
  const schema = readFileSync(path.join(root, 'docs/schemas/handson.class-leftovers.1.json'), 'utf8');
  const holds = new Ajv({ allErrors: true }).compile(JSON.parse(schema));
  expect(holds(told), JSON.stringify(holds.errors)).toBe(true);
  expect(told.monthlyUsd).toBeCloseTo(0.5694, 4);
  expect(told.learners).toMatchObject([
    { name: 'Hoa', state: 'read', items: [{ type: 'table', name: 'translate-history' }] },
    { name: 'Uyen', state: 'unsafe', items: [] },
  ]);
}, 60_000);
