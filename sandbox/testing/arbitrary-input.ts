import type { NormalizedSchema } from '@smithy/core/schema';

/** Values that have broken services before: empty, huge, foreign, almost right. */
const TEXTS = [
  '',
  'a',
  'name-1',
  'name-1',
  'name-2',
  '$LATEST',
  'x'.repeat(300),
  'ü\u0000\ud83d\ude00',
  '../../etc',
  '__proto__',
  'constructor',
  '{}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
  '[',
  'arn:aws:iam::111122223333:role/name-1',
  'arn:aws:lambda:ap-northeast-1:111122223333:function:name-1',
  'arn:aws:lambda:::',
  'nodejs24.x',
  'index.handler',
  'GET',
  'MOCK',
  'ja',
  'en',
  '/',
  '-1',
  '2026-01-01T00:00:00Z',
];
const NUMBERS = [0, 1, 2, 3, 128, 200, -1, 0.5, 1000, 2 ** 31, 1_700_000_000_000, Number.MAX_SAFE_INTEGER];

/** An input that fits a schema's types and nothing else; `learned` are texts that earlier answers held (ids, ARNs). */
export function arbitraryInput(
  schema: NormalizedSchema,
  draw: () => number,
  learned: readonly string[] = [],
  depth = 0,
): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  const inner = (one: NormalizedSchema) => arbitraryInput(one, draw, learned, depth + 1);
  if (schema.isUnitSchema()) return {};
  if (schema.isUnionSchema()) {
    const members = [...schema.structIterator()];
    const [name, member] = pick(members) ?? [];
    return name && member ? { [name]: inner(member) } : {};
  }
  if (schema.isStructSchema()) {
    const present = depth > 5 ? [] : [...schema.structIterator()].filter(() => draw() < 0.6);
    return Object.fromEntries(present.map(([name, member]) => [name, inner(member)]));
  }
  if (schema.isListSchema()) {
    return Array.from({ length: depth > 5 ? 0 : Math.floor(draw() * 3) }, () =>
      inner(schema.getValueSchema()),
    );
  }
  if (schema.isMapSchema()) {
    const keys = depth > 5 ? [] : [pick(TEXTS), pick(TEXTS)].slice(0, Math.floor(draw() * 3));
    return Object.fromEntries(keys.map((key) => [key, inner(schema.getValueSchema())]));
  }
  if (schema.isBooleanSchema()) return draw() < 0.5;
  if (schema.isNumericSchema()) return pick(NUMBERS);
  if (schema.isBigIntegerSchema()) return BigInt(Math.floor(draw() * 1000));
  if (schema.isBlobSchema()) return Uint8Array.from([80, 75, 3, 4].slice(0, Math.floor(draw() * 5)));
  if (schema.isTimestampSchema()) return new Date(pick([0, 1_700_000_000_000, -1]));
  return learned.length > 0 && draw() < 0.5 ? pick(learned) : pick(TEXTS);
}
