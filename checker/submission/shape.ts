import { limits } from './submission.ts';

type Test = (value: unknown) => boolean;

const text =
  (most: number, pattern = /^[^\p{Cc}]*$/u): Test =>
  (value) =>
    typeof value === 'string' && value.length <= most && pattern.test(value);
const word = text(100, /^[\w.-]+$/);
/** Milliseconds since 1970, in this century. */
const moment: Test = (value) =>
  Number.isSafeInteger(value) &&
  (value as number) >= 946_684_800_000 &&
  (value as number) < 4_102_444_800_000;
const listOf =
  (most: number, test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(test);
const object =
  (members: Readonly<Record<string, Test>>, optional: Readonly<Record<string, Test>> = {}): Test =>
  (value) =>
    faultOf(value, members, optional) === undefined;

const members: Readonly<Record<string, Test>> = {
  schema: text(40),
  digest: text(64, /^[0-9a-f]{64}$/),
  course: text(40, /^\d+\.\d+\.\d+[\w.+-]*$/),
  learner: object({ id: text(200, /^[^\p{Cc}\s][^\p{Cc}]*$/u) }, { name: text(200) }),
  target: object({
    account: text(12, /^\d{12}$/),
    region: text(30, /^[a-z]{2}(-[a-z]+){1,3}-\d$/),
    prefix: text(17, /^([a-z][a-z0-9-]{0,15})?$/),
  }),
  labs: (value) => listOf(100, word)(value) && (value as unknown[]).length > 0,
  installation: text(32, /^[0-9a-f]{32}$/),
  claims: object(
    {
      steps: listOf(
        limits.steps,
        object({
          lab: word,
          step: word,
          at: moment,
          how: (value) => value === 'earned' || value === 'provided',
        }),
      ),
      ownCalls: object({
        requests: listOf(limits.ownCalls, text(100, /^[\w-]*$/)),
        times: listOf(
          limits.ownCalls,
          (value) => Array.isArray(value) && value.length === 2 && value.every(moment),
        ),
      }),
    },
    { apiId: text(40, /^[a-z0-9]+$/), cleaned: moment },
  ),
  records: listOf(
    limits.records,
    (value) => Array.isArray(value) && value.length === 2 && typeof value[0] === 'string',
  ),
};

/** The first member that is not as the schema says; `undefined`: all are. */
export function faultIn(document: unknown): string | undefined {
  return faultOf(document, members, {});
}

function faultOf(
  value: unknown,
  required: Readonly<Record<string, Test>>,
  optional: Readonly<Record<string, Test>>,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'object';
  const held = value as Record<string, unknown>;
  const unknown = Object.keys(held).find(
    (name) => !Object.hasOwn(required, name) && !Object.hasOwn(optional, name),
  );
  if (unknown !== undefined) return unknown;
  const all = { ...required, ...optional };
  return Object.keys(all).find((name) =>
    Object.hasOwn(held, name) ? !all[name]?.(held[name]) : Object.hasOwn(required, name),
  );
}
