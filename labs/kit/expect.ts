import { callOf } from './clients.ts';
import { type Evidence, type Plain, pass, type Result } from './result.ts';
import type { Said } from './text.ts';

/** One thing that was looked at, and what to say where it is not as it should be. */
export interface Looked {
  ok: boolean;
  evidence: Evidence;
  says?: { message: Said; next: Said };
}

/**
 * `field(fn, 'MemorySize').is(256, (found) => ({ message, next }))`: the answer knows which call it came from, so the
 * evidence names it.
 */
export function field<Answer extends object, Key extends keyof Answer & string>(answer: Answer, name: Key) {
  return value(callOf(answer), name, answer[name] as Plain | undefined);
}

/** The same for a value that was worked out of an answer. */
export function value(call: string, name: string, found: Plain | undefined) {
  const looked = (ok: boolean, expected: Plain, otherwise: Otherwise): Looked => {
    const evidence = { call, field: name, expected, found: found ?? null };
    return ok ? { ok, evidence } : { ok, evidence, says: otherwise(show(found)) };
  };
  return {
    is: (expected: Plain, otherwise: Otherwise) => looked(same(found, expected), expected, otherwise),
    isOneOf: (expected: readonly Plain[], otherwise: Otherwise) =>
      looked(
        expected.some((one) => same(found, one)),
        expected,
        otherwise,
      ),
    isTrue: (ok: boolean, expected: Plain, otherwise: Otherwise) => looked(ok, expected, otherwise),
  };
}

/** What to say of a difference; gets what was found as a person would write it. */
type Otherwise = (found: string) => { message: Said; next: Said };

/** Passes where everything is right, else says every difference at once, and the first one's next action. */
export function expectAll(...all: readonly Looked[]): Result {
  const wrong = all.flatMap(({ says, evidence }) => (says ? [{ ...says, evidence }] : []));
  const [first] = wrong;
  if (!first) return pass(...all.map(({ evidence }) => evidence));
  return {
    outcome: 'fail',
    cause: 'different',
    messages: wrong.map(({ message }) => message),
    next: first.next,
    evidence: all.map(({ evidence }) => evidence),
  };
}

function same(found: Plain | undefined, expected: Plain): boolean {
  return JSON.stringify(found ?? null) === JSON.stringify(expected);
}

function show(found: Plain | undefined): string {
  if (found === undefined || found === null) return '–';
  return typeof found === 'string' ? found : JSON.stringify(found);
}
