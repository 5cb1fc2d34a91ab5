import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
afterAll(() => rmSync(home, { recursive: true }));

const ajv = new Ajv({ allErrors: true });
for (const name of ['grade', 'class'])
  ajv.addSchema(JSON.parse(readFileSync(path.join(root, `docs/schemas/handson.${name}.1.json`), 'utf8')));

const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });
const holds = (text: unknown) => {
  const document = JSON.parse(String(text));
  ajv.validate(document.schema, document);
  expect(ajv.errors ?? []).toEqual([]);
  return document;
};
const roster = (text: string) => {
  const file = path.join(home, 'roster.csv');
  writeFileSync(file, text);
  return file;
};
const classFile = path.join(home, 'classes/spring/class.json');

test('an instructor makes a class, adds learners, verifies and grades', async () => {
  const init = await run('class', 'init', 'spring', '--json');
  expect(init.exitCode, String(init.stderr)).toBe(0);
  holds(init.stdout);
  expect((await run('class', 'init', 'spring')).exitCode).toBe(64);

  const before = readFileSync(classFile, 'utf8');
  const refused = await run(
    'class',
    'add',
    roster('name,account\nAnn,1\nBob,222233334444\nBob,222233334444'),
  );
  expect(refused.exitCode).toBe(64);
  expect(refused.stderr).toContain(':2: not an account id (12 digits) "1"');
  expect(refused.stderr).toContain(':4: this account and prefix stand here twice');
  expect(readFileSync(classFile, 'utf8')).toBe(before);

  const added = await run(
    'class',
    'add',
    roster('name,account,language\n山田花子,222233334444,ja\n=Ann,333344445555,en'),
  );
  expect(added.exitCode, String(added.stderr)).toBe(0);
  expect(added.stdout).toContain('講師（アカウント');
  expect(added.stdout).toContain('aws iam create-role --role-name ServerlessCourseGrader');
  expect(existsSync(path.join(home, 'classes/spring/roles/222233334444.json'))).toBe(true);

  const verified = await run('class', 'verify', '--json');
  expect(verified.exitCode, String(verified.stderr)).toBe(1);
  expect(holds(verified.stdout).learners[0].access.verdict).toBe('closed');

  const csv = path.join(home, 'grades.csv');
  const graded = await run('grade', '--json', '--labs', '0,1', '--csv', csv);
  expect(graded.exitCode, String(graded.stderr)).toBe(2);
  const report = holds(graded.stdout);
  expect(report.run.ended).not.toBeNull();
  expect(report.learners).toHaveLength(2);
  for (const learner of report.learners) {
    expect(learner).toMatchObject({ state: 'unreadable', cause: 'denied', score: { points: 0 } });
    expect(learner.score.incomplete).toBe(learner.score.of);
  }
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  expect(lines[1]).toMatch(/^山田花子,,222233334444,,unreadable,,,\d+$/);
  expect(lines[2]).toMatch(/^'=Ann,/);

  const resumed = await run('grade', '--resume');
  expect(resumed.exitCode).toBe(64);
  expect(resumed.stderr).toContain('nothing to resume');
  expect((await run('grade', 'autumn')).exitCode).toBe(64);
  expect((await run('grade', '--learner', 'Nobody')).exitCode).toBe(64);
  const one = await run('grade', '--learner', '山田花子', '--labs', '1');
  expect(one.stdout).toContain('unreadable (access denied)');
}, 120_000);

test('a learner who puts the template in place is read through that role', async () => {
  const away = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
  const at = (...line: string[]) => handson(line, { env: { HANDSON_HOME: away } });
  const running = handson(['sandbox', '--json', '--memory', '--port', '0', '--api-port', '0'], {
    env: { HANDSON_HOME: away },
  });
  try {
    await once(running.stdout as NodeJS.ReadableStream, 'data');
    const lines = String((await at('sandbox', '--env', 'sh')).stdout);
    const endpoint = /AWS_ENDPOINT_URL='(.*)'/.exec(lines)?.[1] ?? '';
    const secretAccessKey = /AWS_SECRET_ACCESS_KEY='(.*)'/.exec(lines)?.[1] ?? '';
    await at('class', 'init', 'spring');
    writeFileSync(path.join(away, 'r.csv'), 'name,account,prefix\nHoa,222233334444,hoa-');
    await at('class', 'add', path.join(away, 'r.csv'));

    const template = readFileSync(path.join(away, 'classes/spring/roles/222233334444-hoa.json'), 'utf8');
    const role = JSON.parse(template).Resources.Grader.Properties;
    const iam = new IAMClient({
      endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: '222233334444', secretAccessKey },
    });
    await iam.send(
      new CreateRoleCommand({
        RoleName: role.RoleName,
        Path: role.Path,
        AssumeRolePolicyDocument: JSON.stringify(role.AssumeRolePolicyDocument),
      }),
    );
    for (const { PolicyName, PolicyDocument } of role.Policies)
      await iam.send(
        new PutRolePolicyCommand({
          RoleName: role.RoleName,
          PolicyName,
          PolicyDocument: JSON.stringify(PolicyDocument),
        }),
      );
    const verified = await at('class', 'verify');
    expect(verified.exitCode, String(verified.stderr)).toBe(0);
    expect(verified.stdout).toContain('safe: it opens with its external id alone');
    const graded = await at('grade', '--json');
    expect(graded.exitCode, String(graded.stderr)).toBe(1);
    const [hoa] = holds(graded.stdout).learners;
    expect(hoa).toMatchObject({ id: '222233334444/hoa-', state: 'read', cause: null });
    expect(hoa.labs[1].steps[0]).toMatchObject({ outcome: 'fail', cause: 'absent', credit: 'not-yet' });
  } finally {
    running.kill('SIGINT');
    await running;
    rmSync(away, { recursive: true });
  }
}, 120_000);
