import { describe, expect, test } from 'vitest';
import { lookAtAccount } from './credentials.ts';
import type { Patient, Ran } from './finding.ts';
import { lookAtAws, lookAtBrowser, lookAtPython } from './programs.ts';

/** Another computer, with the programs it is said to have. */
function computer({
  programs = {},
  ...more
}: Partial<Patient> & { programs?: Record<string, Ran> } = {}): Patient {
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    nodeVersion: '24.0.0',
    homeDir: '/home/learner',
    now: () => 0,
    has: async (program) => program in programs,
    run: async (program, args) => programs[[program, ...args].join(' ')] ?? programs[program],
    read: async () => undefined,
    ...more,
  };
}

const ok = (output: string): Ran => ({ ok: true, output });

describe('Python', () => {
  test('is missing where no program answers, with the command of this system', async () => {
    const debian = await lookAtPython(computer({ programs: { 'apt-get': ok('') } }));
    expect(debian.map(({ state }) => state)).toEqual(['missing', 'missing']);
    expect(debian[0]?.mend).toBe('sudo apt-get install -y python3 python3-boto3');
    const mac = await lookAtPython(computer({ platform: 'darwin' }));
    expect(mac[0]?.mend).toBe('brew install python');
    const windows = await lookAtPython(computer({ platform: 'win32' }));
    expect(windows[0]?.mend).toBe('winget install Python.Python.3.13');
  });

  test('is broken where it is Python 2 or does not run', async () => {
    const old = await lookAtPython(computer({ programs: { python3: ok('Python 2.7.18') } }));
    expect(old).toMatchObject([{ id: 'python', state: 'broken', found: 'Python 2.7.18' }]);
    const store = await lookAtPython(
      computer({ programs: { python3: { ok: false, output: 'not found; run from the Store' } } }),
    );
    expect(store).toMatchObject([{ state: 'broken' }]);
  });

  test('without boto3 is told apart from a boto3 that does not load', async () => {
    const without = computer({
      programs: {
        'python3 --version': ok('Python 3.12.1'),
        python3: { ok: false, output: "No module named 'boto3'" },
      },
    });
    expect(await lookAtPython(without)).toMatchObject([
      { state: 'ok', found: '3.12.1' },
      { id: 'boto3', state: 'missing' },
    ]);
    const torn = computer({
      programs: {
        'python3 --version': ok('Python 3.12.1'),
        python3: { ok: false, output: 'ImportError: libssl' },
      },
    });
    expect(await lookAtPython(torn)).toMatchObject([{}, { id: 'boto3', state: 'broken' }]);
  });
});

describe('the aws command', () => {
  test('is good, and below 2.32 it is said what it cannot do', async () => {
    expect(await lookAtAws(computer({ programs: { aws: ok('aws-cli/2.33.1 Python/3.13') } }))).toEqual({
      id: 'aws',
      state: 'ok',
      found: '2.33.1',
    });
    expect(await lookAtAws(computer({ programs: { aws: ok('aws-cli/1.45.11 Python/3.11') } }))).toMatchObject(
      { state: 'ok', why: { en: expect.stringContaining('2.32') } },
    );
  });

  test('is broken where it answers something else', async () => {
    expect(
      await lookAtAws(computer({ programs: { aws: { ok: false, output: 'Traceback' } } })),
    ).toMatchObject({ state: 'broken', found: 'Traceback' });
  });
});

test('a browser is taken from the path on Linux and is always there on a Mac', async () => {
  expect(await lookAtBrowser(computer({ programs: { firefox: ok('') } }))).toMatchObject({
    state: 'ok',
    found: 'firefox',
  });
  expect(await lookAtBrowser(computer())).toMatchObject({ state: 'missing' });
  expect(await lookAtBrowser(computer({ platform: 'darwin' }))).toMatchObject({ state: 'ok' });
});

describe('the account', () => {
  test('is not asked for where no credentials are set', async () => {
    expect(await lookAtAccount(computer())).toMatchObject([
      { id: 'credentials', state: 'missing' },
      { id: 'region', state: 'missing' },
      { id: 'clock', state: 'ok' },
    ]);
  });

  test('has the region of the profile in use', async () => {
    const config = '[default]\nregion = us-east-1\n[profile class]\nregion = ap-southeast-1\n';
    const read = async (file: string) => (file.endsWith('config') ? config : undefined);
    expect((await lookAtAccount(computer({ read })))[1]).toMatchObject({ found: 'us-east-1' });
  });
});
