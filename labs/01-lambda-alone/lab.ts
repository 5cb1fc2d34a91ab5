import { deployCode, ensureFunction, run, settled } from '#labs/kit/apply-function.ts';
import { allow } from '#labs/kit/apply-role.ts';
import { expectAll, field } from '#labs/kit/expect.ts';
import { logGroupOf, missingFunction, readFunction } from '#labs/kit/function.ts';
import { readLog, runsIn, startOfRuns } from '#labs/kit/function-log.ts';
import { defineLab } from '#labs/kit/lab.ts';
import { executionRoleOf, lambdaFunction, logGroup } from '#labs/kit/resources.ts';
import { absent, late, pass } from '#labs/kit/result.ts';
import { roleMay } from '#labs/kit/role-may.ts';
import { readRuns } from '#labs/kit/run-log.ts';
import { supportedRuntimes } from '#labs/kit/runtimes.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

export const lab = defineLab({
  id: 'lambda-alone',
  title: texts.title,
  minutes: 30,
  cost: texts.cost,
  resources: ({ fn, logGroup: log }) => [lambdaFunction(fn), executionRoleOf(fn), logGroup(log)],
  steps: [
    {
      id: 'create-function',
      kind: 'state',
      title: texts.createTitle,
      hints: [texts.createHint1, texts.createHint2, texts.createAnswer],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        if (fn.State === 'Pending') return late(says(texts.pending), says(texts.pendingNext));
        return expectAll(
          field(fn, 'State').isOneOf(['Active', 'Inactive'], (state) => ({
            message: says(texts.notActive, { state, reason: fn.StateReason ?? '' }),
            next: says(texts.notActiveNext),
          })),
          field(fn, 'PackageType').is('Zip', () => ({
            message: says(texts.image),
            next: says(texts.imageNext, { name: look.names.fn }),
          })),
          field(fn, 'Runtime').isOneOf(supportedRuntimes, (runtime) => ({
            message: says(texts.runtime, { runtime }),
            next: says(texts.runtimeNext),
          })),
        );
      },
      async apply(doing) {
        await ensureFunction(doing, await doing.starter());
      },
    },
    {
      id: 'role-may-log',
      kind: 'state',
      title: texts.roleTitle,
      hints: [texts.roleHint1, texts.roleAnswer],
      needs: ['create-function'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        const group = logGroupArn(logGroupOf(fn, look), look);
        const asked = { resource: `${group}:log-stream:x`, grant: `${group}:*` };
        return roleMay(
          fn,
          [
            { action: 'logs:CreateLogStream', ...asked },
            { action: 'logs:PutLogEvents', ...asked },
          ],
          look,
        );
      },
      async apply(doing) {
        const fn = await settled(doing);
        const group = logGroupArn(doing.names.logGroup, doing);
        await allow(
          fn,
          'write-logs',
          [
            { Action: 'logs:CreateLogGroup', Resource: `${group}:*` },
            { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `${group}:*` },
          ],
          doing,
        );
      },
    },
    {
      id: 'memory-and-timeout',
      kind: 'state',
      title: texts.memoryTitle,
      hints: [texts.memoryHint1, texts.memoryAnswer],
      needs: ['create-function'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        return expectAll(
          field(fn, 'MemorySize').is(256, (found) => ({
            message: says(texts.memoryWrong, { found }),
            next: says(texts.memoryNext),
          })),
          field(fn, 'Timeout').is(10, (found) => ({
            message: says(texts.timeoutWrong, { found }),
            next: says(texts.memoryNext),
          })),
        );
      },
      async apply(doing) {
        await settled(doing);
        await doing.aws.lambda.updateFunctionConfiguration({
          FunctionName: doing.names.fn,
          MemorySize: 256,
          Timeout: 10,
        });
        await settled(doing);
      },
    },
    {
      id: 'test-run',
      kind: 'milestone',
      title: texts.testTitle,
      hints: [texts.testHint1, texts.testAnswer],
      needs: ['create-function', 'role-may-log'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        const lines = await readLog(fn, startOfRuns(fn), look);
        const runs = runsIn(lines ?? []).filter(
          ({ requestId, at }) => !look.known.isOurCall(requestId) && !look.known.isOurTime(at),
        );
        const evidence = { call: 'logs:FilterLogEvents', field: 'runs', expected: 1, found: runs.length };
        if (runs.length > 0) return pass(evidence);
        if (lines === undefined) return absent(says(texts.neverRun), says(texts.neverRunNext), evidence);
        return late(says(texts.logsLate), says(texts.logsLateNext), evidence);
      },
      async apply(doing) {
        await run(doing, { key1: 'value1', key2: 'value2', key3: 'value3' });
      },
    },
    {
      id: 'add-logging',
      kind: 'milestone',
      title: texts.loggingTitle,
      hints: [texts.loggingHint1, texts.loggingHint2, texts.loggingAnswer],
      needs: ['test-run'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        const runs = await readRuns(fn, look, { since: 0 });
        // A line belongs to its run: what our own runs made the code write is not the learner's test.
        const own = runs
          .filter(({ requestId, at }) => !look.known.isOurCall(requestId) && !look.known.isOurTime(at))
          .flatMap(({ lines }) => lines);
        const evidence = { call: 'logs:FilterLogEvents', field: 'own lines', expected: 1, found: own.length };
        return own.length > 0 ? pass(evidence) : absent(says(texts.noLine), says(texts.noLineNext), evidence);
      },
      async apply(doing) {
        await deployCode(doing, await doing.solution());
        await run(doing, { key1: 'value1', key2: 'value2', key3: 'value3' });
      },
    },
    {
      id: 'log-retention',
      kind: 'state',
      optional: true,
      title: texts.retentionTitle,
      hints: [texts.retentionHint1, texts.retentionAnswer],
      needs: ['test-run'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        const name = logGroupOf(fn, look);
        const answer = await look.aws.logs.describeLogGroups({ logGroupNamePrefix: name });
        const group = answer.logGroups?.find(({ logGroupName }) => logGroupName === name);
        const days = group?.retentionInDays;
        const evidence = {
          call: 'logs:DescribeLogGroups',
          field: 'retentionInDays',
          expected: 7,
          found: days ?? null,
        };
        return days === undefined
          ? absent(says(texts.retentionForever), says(texts.retentionNext, { group: name }), evidence)
          : pass(evidence);
      },
      async apply(doing) {
        await doing.aws.logs.putRetentionPolicy({ logGroupName: doing.names.logGroup, retentionInDays: 7 });
      },
    },
  ],
});

function logGroupArn(name: string, { target }: { target: { region: string; account: string } }): string {
  return `arn:aws:logs:${target.region}:${target.account}:log-group:${name}`;
}
