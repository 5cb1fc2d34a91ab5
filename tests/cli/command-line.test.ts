import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { commands } from '#checker/commands/table.ts';
import { locales } from '#labs/kit/text.ts';
import { root } from '../source-files.ts';
import { handson } from './run-handson.ts';

describe('help', () => {
  test.each(locales)('names every command and every exit code in %s', async (locale) => {
    const { stdout, stderr, exitCode } = await handson(['--help', '--lang', locale]);
    for (const { name } of commands) expect(stdout).toContain(name);
    for (const code of [0, 1, 2, 64, 70, 130]) expect(stdout).toMatch(new RegExp(`^ +${code} +\\S`, 'm'));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test.each(locales)('shows one command with its options in %s', async (locale) => {
    const { stdout, exitCode } = await handson(['help', 'doctor', '--lang', locale]);
    expect(stdout).toContain('handson doctor');
    expect(stdout).toContain('--welcome');
    expect(exitCode).toBe(0);
  });

  test('is the same by `help COMMAND` and `COMMAND --help`', async () => {
    const [one, other] = await Promise.all([handson(['help', 'doctor']), handson(['doctor', '--help'])]);
    expect(other.stdout).toBe(one.stdout);
  });

  test('fits a narrow terminal', async () => {
    const { stdout } = await handson(['--help', '--lang', 'vi'], { env: { COLUMNS: '40' } });
    expect(
      Math.max(
        ...String(stdout)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(40);
  });
});

describe('wrong usage', () => {
  test.each([
    { line: ['docter'], says: 'Did you mean doctor?' },
    { line: ['doctor', '--welcom'], says: 'Did you mean --welcome?' },
    { line: ['xyzzy'], says: 'there is no command "xyzzy"' },
    { line: ['--lang', 'fr', 'doctor'], says: 'It speaks: en, ja, vi.' },
    { line: ['doctor', '--lang'], says: '--lang needs a value' },
    { line: ['doctor', '--json=1'], says: '--json takes no value' },
    { line: ['doctor', 'now'], says: '"now" is one word too many' },
    { line: ['help', 'docter'], says: 'Did you mean doctor?' },
    { line: ['check', 'tabel'], says: 'Did you mean table?' },
    { line: ['check', 'foo'], says: 'there is no lab "foo". All of them: handson list' },
    { line: ['clean', '--quiet', 'x'], says: '--quiet' },
  ])('$line exits 64 and says "$says"', async ({ line, says }) => {
    const { stdout, stderr, exitCode } = await handson(line);
    expect(stderr).toContain(says);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 64 });
  });

  test('is told in the language asked for', async () => {
    const [ja, vi] = await Promise.all([
      handson(['docter'], { env: { LC_ALL: 'ja_JP.UTF-8' } }),
      handson(['docter'], { env: { LANG: 'vi_VN' } }),
    ]);
    expect(ja.stderr).toContain('のことですか');
    expect(vi.stderr).toContain('Có phải bạn muốn gõ');
    const asked = await handson(['docter', '--lang', 'ja']);
    expect(asked.stderr).toContain('のことですか');
  });
});

describe('the program', () => {
  test('prints its version, for people and for programs', async () => {
    const [people, programs] = await Promise.all([handson(['--version']), handson(['--version', '--json'])]);
    expect(people.stdout).toMatch(/^handson \d+\.\d+\.\d+ \(Node 24\./);
    expect(JSON.parse(String(programs.stdout)).schema).toBe('handson.version/1');
  });

  test('runs from any folder, also one below the root', async () => {
    const { exitCode } = await handson(['--version'], { cwd: path.join(root, 'docs/decisions') });
    expect(exitCode).toBe(0);
  });

  test('colours a terminal that wants it, and nothing else', async () => {
    const [coloured, plain] = await Promise.all([
      handson(['--help'], { env: { FORCE_COLOR: '1' } }),
      handson(['--help'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
    ]);
    expect(coloured.stdout).toContain('\u001b[1m');
    expect(plain.stdout).not.toContain('\u001b[');
  });

  test('does not mind a reader that has seen enough', async () => {
    const { exitCode } = await execa(
      'sh',
      ['-c', `"${process.execPath}" checker/bin/handson.cjs --help | head -1`],
      { cwd: root },
    );
    expect(exitCode).toBe(0);
  });

  test('says in one sentence what is missing where npm was not allowed to bring Node 24', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'handson-'));
    await mkdir(path.join(elsewhere, 'checker/bin'), { recursive: true });
    await cp(path.join(root, 'checker/bin/handson.cjs'), path.join(elsewhere, 'checker/bin/handson.cjs'));
    // The launcher looks at its own version; this makes it believe in an older one.
    const { stderr, exitCode } = await execa(
      process.execPath,
      [
        '-e',
        `Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); require('./checker/bin/handson.cjs')`,
      ],
      { cwd: elsewhere, reject: false },
    );
    await rm(elsewhere, { recursive: true });
    expect(stderr).toMatch(
      /^handson: Node 24 is missing \(this is Node 20\.19\.0\)\. Run "npm ci", without --ignore-scripts, in .+$/,
    );
    expect(exitCode).toBe(2);
  });

  test('hands the work to Node 24 where it is called by an older one, with its exit code', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'handson-'));
    await symlink(path.join(root, 'node_modules'), path.join(elsewhere, 'node_modules'));
    const launcher = JSON.stringify(path.join(root, 'checker/bin/handson.cjs'));
    const { stderr, exitCode } = await execa(
      process.execPath,
      [
        '-e',
        `Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); process.argv.splice(1, 0, 'x'); require(${launcher})`,
        'docter',
      ],
      { reject: false, env: { LANG: 'C' } },
    );
    await rm(elsewhere, { recursive: true });
    expect(stderr).toContain('Did you mean doctor?');
    expect(exitCode).toBe(64);
  });

  test('is written so that Node 12 can read its first file', async () => {
    const { default: ts } = await import('typescript');
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(path.join(root, 'checker/bin/handson.cjs'), 'utf8');
    const es2019 = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2019, module: ts.ModuleKind.ESNext },
    });
    const bare = (code: string) => code.replace(/\s/g, '').replace(/,(?=[)}])/g, '');
    expect(bare(es2019.outputText)).toBe(bare(text));
  });
});
