import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { locales } from '#labs/kit/text.ts';
import { handson } from './run-handson.ts';

test.each(locales)('the doctor looks at eight things and says of each how it is, in %s', async (locale) => {
  const { stdout, exitCode } = await handson(['doctor', '--plain', '--lang', locale]);
  expect(String(stdout)).toContain('Node.js  24.');
  expect(stdout).not.toMatch(/[✓✗]/);
  expect(exitCode).toBe(0);
});

test('the doctor speaks JSON to programs', async () => {
  const { stdout } = await handson(['doctor', '--json']);
  const report = JSON.parse(String(stdout));
  expect(report.schema).toBe('handson.doctor/1');
  expect(report.findings.map((one: { id: string }) => one.id)).toEqual([
    'node',
    'python',
    'boto3',
    'aws',
    'credentials',
    'region',
    'clock',
    'browser',
  ]);
});

test('the welcome says what is here and exits 0 even where something is broken', async () => {
  const { stdout, exitCode } = await handson(['doctor', '--welcome'], {
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    },
  });
  expect(stdout).toContain('npx handson doctor');
  expect(exitCode).toBe(0);
});

test('an unreachable AWS is not the fault of the credentials, and their secret is not shown', async () => {
  const { stdout, exitCode } = await handson(['doctor'], {
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'very-secret',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    },
  });
  expect(stdout).toContain('AWS could not be reached');
  expect(stdout).not.toContain('very-secret');
  expect(exitCode).toBe(1);
});

test.skipIf(process.getuid?.() === 0)(
  'a config file that cannot be read is named, with the command that mends it',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'handson-'));
    const file = path.join(folder, 'config');
    await writeFile(file, '[default]\n');
    await chmod(file, 0);
    const { stdout, exitCode } = await handson(['doctor'], { env: { AWS_CONFIG_FILE: file } });
    await rm(folder, { recursive: true });
    expect(stdout).toContain(`chmod u+r "${file}"`);
    expect(exitCode).toBe(1);
  },
);

test('a folder in the place of the config file is named too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'handson-'));
  const { stdout, exitCode } = await handson(['doctor'], { env: { AWS_CONFIG_FILE: folder } });
  await rm(folder, { recursive: true });
  expect(String(stdout).replace(/\s+/g, ' ')).toContain('cannot be read (EISDIR)');
  expect(exitCode).toBe(1);
});
