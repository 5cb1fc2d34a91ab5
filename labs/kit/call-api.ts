import { isJapanese, readAnswer } from './answer.ts';
import { texts } from './call-api.texts.ts';
import { freshStage, gatewayAnswer, wrongAnswer } from './deployed.ts';
import { failedWith } from './diagnose.ts';
import { type FunctionFacts, roleNameOf } from './function.ts';
import { readLog } from './function-log.ts';
import type { Answered, Look } from './lab.ts';
import { different, type Evidence, pass, type Result } from './result.ts';
import { quietly } from './similar.ts';
import { says } from './text.ts';

/**
 * Calls GET /translate of what is deployed and names what went wrong: by the gateway's answer, and where the function
 * failed behind it, by the function's own log.
 */
export async function callTranslate(
  text: string,
  { api, fn, evidence }: { api: { id: string }; fn: FunctionFacts; evidence: readonly Evidence[] },
  look: Look & { act: NonNullable<Look['act']> },
): Promise<Result> {
  const began = look.now();
  const answer = await look.act.get(
    api.id,
    look.names.stage,
    `/translate?input_text=${encodeURIComponent(text)}`,
  );
  const seen = { call: 'GET /translate', field: 'status', expected: 200, found: answer.status };
  if (answer.status === 200) return readTranslation(answer, [...evidence, seen]);
  const known = (await freshStage(api, answer, look)) ?? gatewayAnswer(answer, look.names.stage);
  if (known) return known;
  if (answer.status === 502) return functionFailed(answer, began, fn, look);
  if (answer.status === 504)
    return different(says(texts.gatewayTimeout), says(texts.gatewayTimeoutNext), seen);
  if (answer.status === 500) return different(says(texts.notInvoked), says(texts.notInvokedNext), seen);
  return wrongAnswer(answer, look.names.stage);
}

function readTranslation(answer: Answered, evidence: readonly Evidence[]): Result {
  const { outputText } = readAnswer(JSON.stringify({ body: answer.body }));
  if (outputText !== undefined && outputText.trim() !== '' && !isJapanese(outputText))
    return pass(...evidence);
  return different(
    says(texts.noTranslation, { body: answer.body.slice(0, 200) }),
    says(texts.noTranslationNext),
    {
      call: 'GET /translate',
      field: 'output_text',
      expected: 'Good evening',
      found: outputText ?? answer.body.slice(0, 200),
    },
  );
}

/** 502 says only that something behind the gateway is wrong; the function's log says what. */
async function functionFailed(
  answer: Answered,
  began: number,
  fn: FunctionFacts,
  look: Look,
): Promise<Result> {
  const evidence = { call: 'GET /translate', field: 'status', expected: 200, found: answer.status };
  const errors = await quietly(
    readLog(fn, '?"[ERROR]" ?"Task timed out" ?"Invoke Error" ?"errorType" ?"Status: timeout"', look, {
      since: began - 1000,
    }),
  );
  const error = errors?.map(({ message }) => message).join('\n') ?? '';
  if (error === '') return different(says(texts.malformed), says(texts.malformedNext), evidence);
  const call = { error, fn: look.names.fn, role: roleNameOf(fn) };
  return failedWith(call, { call: 'logs:FilterLogEvents', field: 'error' }, evidence);
}
