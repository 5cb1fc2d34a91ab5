import { findApi } from '#labs/kit/api.ts';
import { ensureApi } from '#labs/kit/apply-api.ts';
import { deployCode, settled } from '#labs/kit/apply-function.ts';
import { allow } from '#labs/kit/apply-role.ts';
import { missingFunction, readFunction } from '#labs/kit/function.ts';
import { readLog, runsIn, runsSinceDeploy, startOfRuns } from '#labs/kit/function-log.ts';
import { isOurRow, readHistory } from '#labs/kit/history.ts';
import { type Doing, defineLab, type Look } from '#labs/kit/lab.ts';
import {
  apiLogGroup,
  executionRoleOf,
  lambdaFunction,
  logGroup,
  restApi,
  table,
} from '#labs/kit/resources.ts';
import { absent, pass, type Result } from '#labs/kit/result.ts';
import { roleMay } from '#labs/kit/role-may.ts';
import { missingTable, readTable, tableArn } from '#labs/kit/table.ts';
import { says } from '#labs/kit/text.ts';
import { hasTexts, momentOf, rowsOfRuns } from '#labs/kit/written-rows.ts';
import { callAndFindRow } from './call-and-find-row.ts';
import { texts } from './lab.texts.ts';

export const lab = defineLab({
  id: 'api-lambda-table',
  title: texts.title,
  minutes: 30,
  cost: texts.cost,
  resources: ({ fn, logGroup: log, api, stage, table: name }) => [
    lambdaFunction(fn),
    executionRoleOf(fn),
    logGroup(log),
    restApi(api),
    apiLogGroup(api, stage),
    table(name),
  ],
  steps: [
    {
      id: 'role-may-write',
      kind: 'state',
      title: texts.roleTitle,
      hints: [texts.roleHint1, texts.roleHint2, texts.roleAnswer],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        return roleMay(fn, [{ action: 'dynamodb:PutItem', resource: tableArn(look) }], look);
      },
      async apply(doing) {
        await allow(
          await settled(doing),
          'write-history',
          [{ Action: 'dynamodb:PutItem', Resource: tableArn(doing) }],
          doing,
        );
      },
    },
    {
      id: 'code-writes',
      kind: 'state',
      title: texts.codeTitle,
      hints: [texts.codeHint1, texts.codeHint2, texts.codeHint3, texts.codeAnswer],
      needs: ['role-may-write'],
      async check(look) {
        const [fn, found] = await Promise.all([readFunction(look), readTable(look)]);
        if (!fn) return missingFunction(look);
        if (!found) return missingTable(look);
        const { act } = look;
        if (!act) return rowOfSomeRun(look, () => true, says(texts.noRowSeen), says(texts.noRowSeenNext));
        const api = await findApi(look);
        if ('problem' in api) return api.problem;
        return callAndFindRow({ api: api.api, fn, table: found }, { ...look, act });
      },
      async apply(doing) {
        await deployCode(doing, await doing.solution());
        await nameTable(doing);
      },
    },
    {
      id: 'called',
      kind: 'milestone',
      title: texts.calledTitle,
      hints: [texts.calledHint1, texts.calledAnswer],
      needs: ['code-writes'],
      async check(look) {
        const { known } = look;
        const isOwn = ({ requestId, at }: Run) => !known.isOurCall(requestId) && !known.isOurTime(at);
        return rowOfSomeRun(look, isOwn, says(texts.notCalled), says(texts.notCalledNext));
      },
      async apply(doing) {
        const restApiId = await ensureApi(doing);
        const query = `input_text=${encodeURIComponent('こんにちは')}`;
        await doing.get(restApiId, doing.names.stage, `/translate?${query}`);
        // The key counts seconds: a check that calls within the same one would overwrite this row.
        await doing.sleep(1000);
      },
    },
  ],
});

interface Run {
  requestId: string;
  at: number;
}

/** Whether the table holds a row that was written while the function ran: evidence without a call. */
async function rowOfSomeRun(
  look: Look,
  counts: (run: Run) => boolean,
  message: Parameters<typeof absent>[0],
  next: Parameters<typeof absent>[1],
): Promise<Result> {
  const [fn, found] = await Promise.all([readFunction(look), readTable(look)]);
  if (!fn) return missingFunction(look);
  if (!found) return missingTable(look);
  const [rows, starts] = await Promise.all([
    readHistory(look, { most: 2000 }),
    readLog(fn, startOfRuns(fn), look),
  ]);
  const own = rows.filter((row) => !isOurRow(row) && hasTexts(row));
  const written = rowsOfRuns(own, runsIn(starts ?? []).filter(counts));
  const evidence = { call: 'dynamodb:Scan', field: 'rows of runs', expected: 1, found: written.length };
  if (written.length > 0) return pass(evidence);
  // A key that tells no moment (a random id, say) cannot be laid beside a run: then a row and a good run must do.
  if (own.some(({ key }) => momentOf(key) === undefined)) return runsSinceDeploy(fn, look);
  return absent(message, next, evidence);
}

/** With a prefix the table has another name than the one in the code. */
async function nameTable(doing: Doing): Promise<void> {
  const { aws, names } = doing;
  if (names.prefix === '') return;
  const { Environment } = await settled(doing);
  await aws.lambda.updateFunctionConfiguration({
    FunctionName: names.fn,
    Environment: { Variables: { ...Environment?.Variables, TABLE_NAME: names.table } },
  });
  await settled(doing);
}
