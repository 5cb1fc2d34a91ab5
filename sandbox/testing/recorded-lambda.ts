import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ACCOUNT, REGION } from './open-lambda.ts';

const ORACLE = new URL('../../../shared/oracle/aws-recorded.json', import.meta.url);

export type Recorded = Record<string, unknown>;

/** The recorded answers of Lambda by case and part; `undefined` where they are not at hand. */
export const oracle: Record<string, Record<string, Recorded>> | undefined = existsSync(ORACLE)
  ? Object.fromEntries(
      (
        JSON.parse(readFileSync(ORACLE, 'utf8')) as {
          cases: Array<{ id: string; service: string; recorded: Record<string, Recorded> }>;
        }
      ).cases
        .filter(({ service }) => service === 'lambda')
        .map(({ id, recorded }) => [id, recorded]),
    )
  : undefined;

export function recordedPart(id: string, part: string): Recorded {
  const found = oracle?.[id]?.[part];
  if (!found) throw new Error(`There is no recorded answer ${part} of ${id}.`);
  return found;
}

/** Calls, and holds the answer or the refusal against the recorded one. */
export async function expectRecorded(id: string, part: string, call: Promise<object>): Promise<void> {
  const recorded = recordedPart(id, part);
  const { _httpStatus: status, _messageMember: _, Error: error, ...members } = recorded;
  const answered = await call.then(
    (output) => ({ output, thrown: undefined }),
    (thrown: unknown) => ({ output: undefined, thrown }),
  );
  if (error) {
    const { Code, Message } = error as { Code: string; Message: string };
    const thrown = answered.thrown as Error & Recorded;
    expect(thrown, `${id}: ${part} is refused`).toBeInstanceOf(globalThis.Error);
    expect({ code: thrown.name, message: thrown.message }).toEqual({ code: Code, message: like(Message) });
    expect(thrown).toMatchObject(like(members) as object);
    expect(thrown.$metadata).toMatchObject({ httpStatusCode: status });
    return;
  }
  if (answered.thrown) throw answered.thrown;
  const { $metadata, ...output } = answered.output as Recorded;
  expect(withPayload(output)).toEqual(like(members));
  if (status !== undefined) expect($metadata).toMatchObject({ httpStatusCode: status });
}

/** `/aws/<name>` matches any name there; times are words in the recording. */
export function like(recorded: unknown): unknown {
  if (Array.isArray(recorded)) return recorded.map(like);
  if (typeof recorded === 'object' && recorded !== null) {
    return Object.fromEntries(Object.entries(recorded).map(([key, value]) => [key, like(value)]));
  }
  if (typeof recorded !== 'string') return recorded;
  if (['date', 'datetime', 'timestamp', 'log-result'].includes(recorded)) return expect.anything();
  if (recorded === '<code-size>') return expect.any(Number);
  const known = recorded
    .replaceAll('<partition>', 'aws')
    .replaceAll('<region>', REGION)
    .replaceAll('111111111111', ACCOUNT);
  const parts = known.split(/<[a-zA-Z_][a-zA-Z0-9:_-]*>/);
  if (parts.length === 1) return known;
  return expect.stringMatching(new RegExp(`^${parts.map(escaped).join('[^]+')}$`));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A payload is compared as what it says. */
function withPayload(output: Recorded): Recorded {
  const { Payload, ...rest } = output;
  // The JavaScript client has no value for an empty body.
  if (Payload === null) return { ...rest, Payload: '' };
  if (!(Payload instanceof Uint8Array)) return output;
  const text = new TextDecoder().decode(Payload);
  const isObject = text.startsWith('{') || text.startsWith('[');
  return { ...rest, Payload: isObject ? JSON.parse(text) : text };
}
