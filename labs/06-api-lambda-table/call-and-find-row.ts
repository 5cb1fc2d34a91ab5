import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { callTranslate } from '#labs/kit/call-api.ts';
import { failedRun } from '#labs/kit/diagnose.ts';
import { expectAll, value } from '#labs/kit/expect.ts';
import { type FunctionFacts, roleNameOf } from '#labs/kit/function.ts';
import { checkMark, type HistoryRow, readHistory } from '#labs/kit/history.ts';
import type { Act, Invoked, Look } from '#labs/kit/lab.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { absent, different, type Evidence, late, type Result } from '#labs/kit/result.ts';
import { keysOf } from '#labs/kit/table.ts';
import { says } from '#labs/kit/text.ts';
import { rowsOfRuns } from '#labs/kit/written-rows.ts';
import { texts } from './lab.texts.ts';

type Acting = Look & { act: Act };
interface Built {
  api: { id: string };
  fn: FunctionFacts;
  table: TableDescription;
}

/** Calls the API with a text of this run's own, and looks for exactly that text in the table. */
export async function callAndFindRow(built: Built, look: Acting): Promise<Result> {
  const began = look.now();
  // The course's key counts seconds: another call in the same second may have replaced the row, so one miss is no proof.
  for (const attempt of [1, 2, 3]) {
    const text = `こんにちは ${checkMark}-${look.nonce}-${attempt}`;
    const called = await callTranslate(text, { ...built, evidence: [] }, look);
    if (called.outcome !== 'pass') return (await explainByRun(text, built, look)) ?? called;
    const rows = await readHistory(look, { containing: `${look.nonce}-${attempt}` });
    if (rows.length > 0) return readRows(rows, text, called.evidence);
  }
  return noRow(built, began, look);
}

function readRows(rows: readonly HistoryRow[], text: string, evidence: readonly Evidence[]): Result {
  const [row] = rows;
  const next = says(texts.shapeNext);
  const result = expectAll(
    value('dynamodb:Scan', 'Count', rows.length).is(1, (count) => ({
      message: says(texts.severalRows, { count }),
      next: says(texts.severalRowsNext),
    })),
    value('dynamodb:Scan', 'input_text', row?.inputText).is(text, (found) => ({
      message: says(texts.otherInput, { found }),
      next,
    })),
    value('dynamodb:Scan', 'output_text', row?.outputText).isTrue(
      Boolean(row?.outputText),
      'Hello …',
      () => ({
        message: says(texts.noOutput, { attributes: row?.attributes.join(', ') ?? '' }),
        next,
      }),
    ),
  );
  return { ...result, evidence: [...evidence, ...result.evidence] };
}

/** The API answers well and our text is not in the table: why not? */
async function noRow(built: Built, began: number, look: Acting): Promise<Result> {
  const evidence = { call: 'dynamodb:Scan', field: 'Count', expected: 1, found: 0 };
  const rows = await readHistory(look, { most: 2000 });
  const { partition } = keysOf(built.table);
  const now = [{ at: began }];
  const misnamed = rows.find(
    (row) =>
      row.inputText === undefined &&
      rowsOfRuns([{ ...row, inputText: '-', outputText: '-' }], now).length > 0,
  );
  if (misnamed) {
    const attributes = misnamed.attributes.filter((name) => name !== partition.name).join(', ') || '–';
    return different(says(texts.otherAttributes, { attributes }), says(texts.shapeNext), evidence);
  }
  const explained = await explainByRun(
    `こんにちは ${checkMark}-${look.nonce}-4`,
    built,
    look,
    /AccessDenied|ResourceNotFound|ValidationException/,
  );
  if (explained) return explained;
  if (rowsOfRuns(rows, now).length > 0)
    return late(says(texts.overwritten), says(texts.overwrittenNext), evidence);
  return absent(says(texts.noRow, { name: look.names.table }), says(texts.noRowNext), evidence);
}

/**
 * Runs the function by itself with the same text: its answer and the end of its log are there at once, while the log
 * of a call through the API may be minutes late. `suspicious` also reads the log of a run that ended well.
 */
async function explainByRun(
  text: string,
  { fn }: Built,
  look: Acting,
  suspicious?: RegExp,
): Promise<Result | undefined> {
  const ran = await look.act.invoke(look.names.fn, proxyEvent(text));
  if (!ran.failed && !(suspicious ?? /AccessDeniedException|ResourceNotFoundException/).test(ran.log))
    return undefined;
  return otherTable(ran, look) ?? failedRun(ran, { fn: look.names.fn, role: roleNameOf(fn) });
}

/** The role may write to the course's table only: a name that is not quite it shows as a refusal. */
function otherTable(ran: Invoked, look: Look): Result | undefined {
  const refused = /dynamodb:\w+ on resource: arn:[^\s"\\]*:table\/([\w.-]+)/.exec(ran.payload + ran.log)?.[1];
  if (refused === undefined || refused === look.names.table) return undefined;
  return different(
    says(texts.otherTable, { other: refused, name: look.names.table }),
    says(texts.otherTableNext, { name: look.names.table }),
    { call: 'lambda:Invoke', field: 'table', expected: look.names.table, found: refused },
  );
}
