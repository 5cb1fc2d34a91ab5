import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labs as course } from '#labs/all.ts';
import { causes } from '#labs/kit/result.ts';
import { locales } from '#labs/kit/text.ts';
import { root } from '../source-files.ts';
import { handson as spawned } from './run-handson.ts';

const homes: string[] = [];
const newHome = () => {
  const home = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
  homes.push(home);
  return home;
};
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

const handson = (line: string, home: string, env: Record<string, string> = {}) =>
  spawned(line.split(' '), { env: { HANDSON_HOME: home, ...env } });

const schema = (name: string) => JSON.parse(readFileSync(path.join(root, 'docs/schemas', name), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(schema('handson.check.1.json'));
ajv.addSchema(schema('handson.policy.1.json'));

const holds = (text: unknown) => {
  const document = JSON.parse(String(text));
  ajv.validate(document.schema, document);
  expect(ajv.errors ?? []).toEqual([]);
  return document;
};

describe('handson check, where nothing is done', () => {
  const home = newHome();

  test.each(locales)('says what is not yet, and what to do next, in %s', async (locale) => {
    const { stdout, stderr, exitCode } = await handson(`check lambda-alone --lang ${locale}`, home);
    expect(stdout).toContain('translate-function');
    expect(stdout).toContain('handson hint lambda-alone create-function');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(stdout).not.toContain('\u001b[');
  });

  test('of the whole course it opens the step that it has a hint for', async () => {
    const { stdout } = await handson('check --all', home);
    const text = String(stdout);
    const [, lab, step] = /handson hint (\S+) (\S+)/.exec(text) ?? [];
    const found = (await Promise.all(course.map(({ load }) => load()))).find(({ id }) => id === lab);
    const title = found?.steps.find(({ id }) => id === step)?.title.en ?? '';
    const lines = text.split('\n');
    const opened = lines.findIndex((line, at) => /^ {2}\S/.test(line) && /^ {6}\S/.test(lines[at + 1] ?? ''));
    expect(lines[opened]).toContain(title);
    expect(title).not.toBe('');
  });

  test('is coloured where a terminal wants it, and plain where a person does', async () => {
    const [coloured, plain] = await Promise.all([
      handson('check 1', home, { FORCE_COLOR: '1' }),
      handson('check 1 --plain', home, { FORCE_COLOR: '1', NO_COLOR: '1' }),
    ]);
    expect(coloured.stdout).toContain('\u001b[');
    expect(plain.stdout).not.toContain('\u001b[');
    expect(plain.stdout).not.toMatch(/[✓✗·] {2}/);
  });

  test.each(locales)('prints JSON alone, as its schema says, in %s', async (locale) => {
    const { stdout, stderr, exitCode } = await handson(`check --all --json --lang ${locale}`, home);
    const document = holds(stdout);
    expect(document.labs.length).toBeGreaterThan(6);
    expect({ stderr, exitCode: exitCode === 1 || exitCode === 2 }).toEqual({ stderr: '', exitCode: true });
  });

  test('a step takes with it what it needs, and an unknown one is usage', async () => {
    const [one, none] = await Promise.all([
      handson('check lambda-alone --step memory-and-timeout --json', home),
      handson('check lambda-alone --step memory-and-timeot', home),
    ]);
    expect(holds(one.stdout).labs[0].steps.map(({ id }: { id: string }) => id)).toEqual([
      'create-function',
      'memory-and-timeout',
    ]);
    expect({ said: none.stdout, exitCode: none.exitCode }).toEqual({ said: '', exitCode: 64 });
    expect(none.stderr).toContain('memory-and-timeout');
  });
});

test('the schema knows every cause, and no other', () => {
  const { definitions } = schema('handson.check.1.json');
  expect(definitions.step.properties.cause.enum).toEqual([null, ...causes]);
});

describe('a learner’s way through lab 1', () => {
  const home = newHome();
  beforeAll(async () => {
    await handson('apply lambda-alone --through memory-and-timeout --runtime node', home);
  }, 60_000);

  test('apply through a step leaves exactly those passed', async () => {
    const { stdout, exitCode } = await handson('check 1 --json --no-wait', home);
    const [lab] = holds(stdout).labs;
    const outcomes = Object.fromEntries(
      lab.steps.map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome]),
    );
    expect(outcomes).toMatchObject({
      'create-function': 'pass',
      'role-may-log': 'pass',
      'memory-and-timeout': 'pass',
      'test-run': 'fail',
      'add-logging': 'blocked',
    });
    expect(exitCode).toBe(1);
  });

  test('what apply did is provided, not earned', async () => {
    const { stdout } = await handson('list --json', home);
    const lab = JSON.parse(String(stdout)).labs.find(({ id }: { id: string }) => id === 'lambda-alone');
    expect(lab.steps.map(({ how }: { how: string | null }) => how).slice(0, 4)).toEqual([
      'provided',
      'provided',
      'provided',
      null,
    ]);
  });

  test('doing the whole lab, twice, ends in 0', async () => {
    const first = await handson('apply 1 --runtime node', home);
    const second = await handson('apply 1 --runtime node', home);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    const { stdout, exitCode } = await handson('check 1', home);
    expect(exitCode, String(stdout)).toBe(0);
  }, 60_000);

  test('hints go from a nudge to the answer, and stay there', async () => {
    const said = [];
    for (let time = 0; time < 4; time++) {
      const { stdout } = await handson('hint 1 create-function --json', home);
      said.push(JSON.parse(String(stdout)));
    }
    expect(said.map(({ number }) => number)).toEqual([1, 2, 3, 3]);
    expect(new Set(said.map(({ hint }) => hint)).size).toBe(3);
  });
});

describe('what this installation remembers', () => {
  test('lies where HANDSON_HOME says, for its owner alone', async () => {
    const home = path.join(newHome(), 'deeper');
    await handson('check 1', home);
    expect(readdirSync(home)).toContain('handson.sqlite');
  });

  test('a corrupt file is kept aside and said so, and the run goes on', async () => {
    const home = newHome();
    writeFileSync(path.join(home, 'handson.sqlite'), 'this is no database'.repeat(100));
    const { stdout, stderr, exitCode } = await handson('check 1 --json', home);
    holds(stdout);
    expect(stderr).toContain('handson.sqlite.aside-');
    expect(exitCode).toBe(1);
    const aside = readdirSync(home).find((name) => name.includes('.aside-')) ?? '';
    expect(readFileSync(path.join(home, aside), 'utf8')).toContain('this is no database');
  });

  test('a target file that nobody can read is told, with the way out', async () => {
    const home = newHome();
    writeFileSync(path.join(home, 'target.json'), '{');
    const { stdout, stderr, exitCode } = await handson('check 1', home);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('handson use sandbox');
  });
});

describe('on AWS', () => {
  /** A stand-in for STS that says which account the credentials belong to. */
  let account = '111122223333';
  let hang = false;
  const server = createServer((_request, response) => {
    if (hang) return;
    response.setHeader('content-type', 'text/xml');
    response.end(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/learner</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    );
  });
  let endpoint = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const pinned = (target: object) => {
    const home = newHome();
    mkdirSync(home, { recursive: true });
    const whole = {
      kind: 'aws',
      account: '111122223333',
      region: 'ap-northeast-1',
      prefix: '',
      behaviour: false,
      ...target,
    };
    writeFileSync(path.join(home, 'target.json'), JSON.stringify(whole));
    return home;
  };
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' };

  test.each(['check --all', 'apply 1 --yes', 'clean', 'policy cleaner'])(
    '%s refuses where the credentials belong to another account',
    async (line) => {
      account = '999999999999';
      const home = pinned({ endpoint });
      const { stdout, stderr, exitCode } = await handson(line, home, { ...keys, AWS_ENDPOINT_URL: endpoint });
      account = '111122223333';
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toContain('111122223333');
      expect(stderr).toContain('999999999999');
      expect(stderr).toContain('handson use aws');
    },
  );

  test('refuses where the endpoint is another than the pinned one, either way', async () => {
    const [appeared, vanished] = await Promise.all([
      handson('check 1', pinned({}), { ...keys, AWS_ENDPOINT_URL: endpoint }),
      handson('check 1', pinned({ endpoint }), keys),
    ]);
    for (const { stdout, stderr, exitCode } of [appeared, vanished]) {
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toContain(endpoint);
    }
  });

  test.each(locales)('without credentials says how to sign in, in %s', async (locale) => {
    const { stdout, stderr, exitCode } = await handson(`check 1 --lang ${locale}`, pinned({ endpoint }), {
      AWS_ENDPOINT_URL: endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/aws (sso )?login/);
  });

  test('Ctrl-C ends at once with 130', async () => {
    hang = true;
    const running = handson('check 1', pinned({ endpoint }), { ...keys, AWS_ENDPOINT_URL: endpoint });
    await new Promise((resolve) => server.once('request', resolve));
    const began = performance.now();
    running.kill('SIGINT');
    const { exitCode } = await running;
    hang = false;
    expect(exitCode).toBe(130);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test('Ctrl-C in the middle of a check prints what is known so far, and ends with 130', async () => {
  const home = newHome();
  const running = handson('check 1 --watch', home);
  await new Promise((resolve) => running.stdout?.once('data', resolve));
  running.kill('SIGINT');
  const { stdout, exitCode } = await running;
  expect(exitCode).toBe(130);
  expect(String(stdout)).not.toBe('');
});

describe('handson policy', () => {
  const home = newHome();

  test.each(['learner', 'checker', 'cleaner', 'grader'])(
    '%s prints documents alone, as the schema says',
    async (who) => {
      const [json, people] = await Promise.all([
        handson(`policy ${who} --json`, home),
        handson(`policy ${who}`, newHome()),
      ]);
      expect(holds(json.stdout).for).toBe(who);
      expect([json.exitCode, people.exitCode]).toEqual([0, 0]);
      expect(String(people.stdout).startsWith('{\n  "Version": "2012-10-17"')).toBe(true);
    },
  );

  test('one part of several is one document', async () => {
    const { stdout } = await handson('policy learner --part 2', home);
    expect(JSON.parse(String(stdout)).Statement.length).toBeGreaterThan(0);
  });

  test('has the prefix of the target in its names', async () => {
    const prefixed = newHome();
    await handson('use sandbox --prefix anna-', prefixed);
    const { stdout } = await handson('policy checker', prefixed);
    expect(stdout).toContain('function:anna-translate-function');
  });

  test.each(locales)('says whom there is one for, in %s', async (locale) => {
    const { stdout, stderr, exitCode } = await handson(`policy teacher --lang ${locale}`, home);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 64 });
    expect(stderr).toContain('learner, checker, cleaner, grader');
  });
});
