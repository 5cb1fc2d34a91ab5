import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Served, serveSandbox, works } from './served.ts';

const folder = join(import.meta.dirname, 'boto3');
const hasBoto3 = await works('python3', '-c', 'import boto3');

describe.skipIf(!hasBoto3)('boto3 (skipped where python3 has no boto3)', () => {
  describe.each(['callers', 'functions', 'apis', 'tables', 'around'])('%s', (file) => {
    let served: Served;
    let outcomes: Record<string, string | null>;

    beforeAll(async () => {
      served = await serveSandbox();
      const ran = await run('python3', [join(folder, 'run.py'), file], served.environment);
      if (ran.code !== 0) throw new Error(ran.stderr);
      outcomes = JSON.parse(ran.stdout);
    }, 60_000);

    afterAll(() => served.end());

    test.each(stepsOf(file))('%s', (step) => {
      expect(outcomes[step.replaceAll(' ', '_')]).toBeNull();
    });
  });
});

/** What a Python file proves, by the names of its functions: they are known before anything runs. */
function stepsOf(file: string): string[] {
  const text = readFileSync(join(folder, `${file}.py`), 'utf8').replaceAll(/""".*?"""/gs, '');
  return [...text.matchAll(/^def ([a-z]\w*)\(/gm)].map(([, name = '']) => name.replaceAll('_', ' '));
}
