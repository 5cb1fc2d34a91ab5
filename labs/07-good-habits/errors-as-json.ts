import { deployCode, run } from '#labs/kit/apply-function.ts';
import { expectAll, type Looked, value } from '#labs/kit/expect.ts';
import { type FunctionFacts, missingFunction, readFunction } from '#labs/kit/function.ts';
import type { Invoked, Look, Step } from '#labs/kit/lab.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { absent, pass, type Result } from '#labs/kit/result.ts';
import { readRuns } from '#labs/kit/run-log.ts';
import { type Said, says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

/** One byte more than Translate takes, so that nothing is translated and nothing is billed. */
const tooLong = 'a'.repeat(10_001);

export const errorsAsJson: Step = {
  id: 'errors-as-json',
  kind: 'state',
  title: texts.errorsTitle,
  hints: [texts.errorsHint1, texts.errorsHint2, texts.errorsAnswer],
  async check(look) {
    const fn = await readFunction(look);
    if (!fn) return missingFunction(look);
    const { act, names } = look;
    if (!act) return handledInLog(fn, look);
    const [without, long] = await Promise.all([
      act.invoke(names.fn, proxyEvent(null)),
      act.invoke(names.fn, proxyEvent(tooLong)),
    ]);
    return expectAll(
      ...saysWhatIsWrong(without, 'input_text: null', {
        failed: (error) => says(texts.failsWithout, { error }),
        next: says(texts.failsWithoutNext),
      }),
      ...saysWhatIsWrong(long, 'input_text: 10001 B', {
        failed: (error) => says(texts.failsLong, { error }),
        next: says(texts.failsLongNext),
      }),
    );
  },
  async apply(doing) {
    await deployCode(doing, await doing.solution());
    await run(doing, proxyEvent(null));
  },
};

/** A call with a mistake in it must be answered, and told so: status 4xx or 5xx, and JSON. */
function saysWhatIsWrong(
  ran: Invoked,
  how: string,
  { failed, next }: { failed(error: string): Said; next: Said },
): Looked[] {
  const call = `lambda:Invoke (${how})`;
  if (ran.failed) {
    const error = /"errorType":\s*"([^"]+)"/.exec(ran.payload)?.[1] ?? 'Error';
    return [value(call, 'FunctionError', error).is(null, () => ({ message: failed(error), next }))];
  }
  const { statusCode, body } = readAnswer(ran.payload);
  return [
    value(call, 'statusCode', statusCode).isTrue(
      statusCode !== null && statusCode >= 400 && statusCode <= 599,
      '400–599',
      (status) => ({ message: says(texts.saysOk, { status, how }), next }),
    ),
    value(call, 'body', body.slice(0, 200)).isTrue(isJsonObject(body), 'JSON', (found) => ({
      message: says(texts.bodyNotJson, { body: found, how }),
      next: says(texts.bodyNotJsonNext),
    })),
  ];
}

function readAnswer(payload: string): { statusCode: number | null; body: string } {
  const answer = readJson(payload) as { statusCode?: unknown; body?: unknown } | null;
  return {
    statusCode: typeof answer?.statusCode === 'number' ? answer.statusCode : null,
    body: typeof answer?.body === 'string' ? answer.body : '',
  };
}

function isJsonObject(text: string): boolean {
  const content = readJson(text);
  return typeof content === 'object' && content !== null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const warning =
  /^\[(WARNING|ERROR|CRITICAL)\]\t|\t(WARN|ERROR|FATAL)\t|"level":\s*"(WARN|WARNING|ERROR|CRITICAL|FATAL)"/;

/** Without calling: a run that warned of something, and ended well nevertheless. */
async function handledInLog(fn: FunctionFacts, look: Look): Promise<Result> {
  const runs = await readRuns(fn, look);
  const handled = runs.filter(({ failed, lines }) => !failed && lines.some((line) => warning.test(line)));
  const evidence = {
    call: 'logs:FilterLogEvents',
    field: 'runs that warned and ended well',
    expected: 1,
    found: handled.length,
  };
  return handled.length > 0
    ? pass(evidence)
    : absent(says(texts.notSeenHandled), says(texts.notSeenHandledNext), evidence);
}
