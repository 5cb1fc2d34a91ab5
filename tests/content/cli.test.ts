import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAct } from '#checker/core/act.ts';
import { runChecks } from '#checker/core/run-checks.ts';
import { openSession } from '#checker/core/session.ts';
import { labs } from '#labs/all.ts';
import type { Lab, Runtime } from '#labs/kit/lab.ts';
import { courseNames } from '#labs/kit/names.ts';
import { sayIn } from '#labs/kit/text.ts';
import { run, type Served, serveSandbox, works } from '../conformance/served.ts';
import { cliSteps } from './cli-files.ts';

const account = '111122223333';
const region = 'ap-northeast-1';
const hasAws = (await works('aws', '--version')) && (await works('zip', '-v')) && (await works('curl', '-V'));
const hasBoto3 = await works('python3', '-c', 'import boto3');
const loaded = await Promise.all(
  labs.map(async ({ folder, load }) => ({ folder, lab: await load(), steps: cliSteps(folder) })),
);

describe.each(loaded)('the commands of $folder', ({ lab, steps }) => {
  test('stand for every step of the lab, in its order, and for no other', () => {
    expect([...(steps?.keys() ?? [])].filter((id) => id !== 'names')).toEqual(lab.steps.map(({ id }) => id));
  });

  test('are understood by both versions of the aws command', () => {
    const text = [...(steps?.values() ?? [])].join('');
    expect(text).not.toMatch(/--payload (?!fileb:)/);
    expect(text).not.toMatch(/--cli-binary-format|--no-cli-pager/);
  });
});

// One after another in one account, as a learner does them: a later lab stands on what the earlier ones left.
const languages = [
  { runtime: 'python', here: hasBoto3 },
  { runtime: 'node', here: true },
] satisfies Array<{ runtime: Runtime; here: boolean }>;

for (const { runtime, here } of languages) {
  describe.skipIf(!hasAws || !here)(
    `with the real aws, in ${runtime} (skipped where aws, zip, curl or boto3 is not installed)`,
    () => {
      let served: Served;
      beforeAll(async () => {
        served = await serveSandbox();
        symlinkSync(path.resolve(import.meta.dirname, '../../labs'), path.join(served.folder, 'labs'));
      });
      afterAll(() => served.end());

      test.each(loaded)(
        '$folder is done by its commands',
        { timeout: 300_000 },
        async ({ folder, lab, steps }) => {
          const script = [...(steps ?? [])].map(
            ([id, lines]) => `echo "step ${id}"\n${inLanguage(lines, runtime)}`,
          );
          writeFileSync(path.join(served.folder, `${folder}.sh`), script.join('\n'));
          const ran = await run('sh', ['-c', `cd '${served.folder}' && sh -e '${folder}.sh' 2>&1`], {
            ...served.environment,
            PAUSE: '0',
          });
          expect(ran.code, ran.stdout + ran.stderr).toBe(0);
          await served.sandbox.idle();
          // The key of the table counts seconds: the check's own call must not replace the learner's row.
          await wait(1100);
          expect(await openSteps(lab, served), ran.stdout).toEqual([]);
        },
      );
    },
  );
}

/** The change of names that the lessons tell for Node.js. */
function inLanguage(lines: string, runtime: Runtime): string {
  if (runtime === 'python') return lines;
  return lines
    .replace(/^RUNTIME=.*$/m, 'RUNTIME=nodejs24.x')
    .replace(/^HANDLER=.*$/m, 'HANDLER=index.handler')
    .replace(/^FILE=.*$/m, 'FILE=node/index.mjs');
}

/** What the lab's check still misses, in its own words. */
async function openSteps(lab: Lab, served: Served): Promise<string[]> {
  const connection = {
    region,
    credentials: { accessKeyId: account, secretAccessKey: served.secret },
    endpoint: served.endpoint,
    fetch: (request: Request) => fetch(request),
    apiUrl: (apiId: string, stage: string) => `${served.apiEndpoint}/_api/${apiId}/${stage}`,
    userAgent: 'handson',
  };
  const session = openSession({
    connection,
    target: { kind: 'sandbox', account, region },
    names: courseNames(''),
    act: openAct(connection, { now: Date.now, onOwnCall() {} }),
    nonce: Math.random().toString(36).slice(2, 10),
    known: { isOurCall: () => false, isOurTime: () => false, isForeign: () => false },
    otherRegions: [],
    now: Date.now,
  });
  const open: string[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  for await (const event of runChecks({ labs: [lab], session, wait: false, sleep })) {
    if (event.type !== 'result' || event.result.outcome === 'pass') continue;
    const said = event.result.messages.map((message) => sayIn(message, 'en'));
    open.push(`${event.step.id}: ${event.result.outcome} ${said.join(' ')}`);
  }
  session.close();
  return open;
}
