import type { FaultRule, FaultSettings } from '#sandbox/core/faults.ts';

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const flag: Test = (value) => typeof value === 'boolean';
const amount: Test = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const count: Test = (value) => Number.isInteger(value) && (value as number) > 0;

const ruleMembers: Record<string, Test> = {
  account: text,
  region: text,
  service: text,
  operation: text,
  via: (value) => value === 'wire' || value === 'inside',
  nth: count,
  times: count,
  probability: (value) => amount(value) && (value as number) <= 1,
  seed: (value) => Number.isInteger(value),
  fault: isFault,
};

const faultMembers: Record<string, Record<string, Test>> = {
  error: {
    code: text,
    message: text,
    status: (value) => count(value) && (value as number) >= 200 && (value as number) <= 599,
    delayMs: amount,
  },
  delay: { delayMs: amount },
  reset: { after: flag },
  hang: { ms: amount },
};

const required: Record<string, string> = { error: 'code', delay: 'delayMs' };

const settingMembers: Record<string, Test> = { latencyMs: amount, stalenessMs: amount, strictIam: flag };

/** A misspelt member would make a rule that strikes too much, so nothing unknown is let through. */
export function isFaultRule(value: unknown): value is FaultRule {
  return isObject(value) && 'fault' in value && allHold(value, ruleMembers);
}

export function settingsOf(value: unknown): Partial<FaultSettings> | undefined {
  return isObject(value) && allHold(value, settingMembers) ? (value as Partial<FaultSettings>) : undefined;
}

function isFault(value: unknown): boolean {
  if (!isObject(value) || typeof value.kind !== 'string' || !Object.hasOwn(faultMembers, value.kind))
    return false;
  const { kind, ...rest } = value;
  const needed = required[kind as string];
  return (needed === undefined || needed in rest) && allHold(rest, faultMembers[kind as string] ?? {});
}

function allHold(value: Record<string, unknown>, members: Record<string, Test>): boolean {
  return Object.entries(value).every(
    ([name, held]) => Object.hasOwn(members, name) && members[name]?.(held) === true,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
