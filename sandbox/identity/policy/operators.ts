import { matchesArn, matchesGlob, plain } from './glob.ts';
import { inNetwork } from './network.ts';

export interface Operator {
  /** Holds when no value matches, and when the key is absent. */
  negated: boolean;
  /** Policy variables are filled in for strings and ARNs only. */
  variables: boolean;
  /** `wanted` is the policy's value, `given` the request's. */
  matches(given: string, wanted: string): boolean;
}

export const operators: Readonly<Record<string, Operator>> = {
  ...both('StringEquals', 'StringNotEquals', true, (given, wanted) => given === plain(wanted)),
  ...both('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', true, sameIgnoringCase),
  ...both('StringLike', 'StringNotLike', true, (given, wanted) => matchesGlob(wanted, given)),
  ...both('ArnEquals', 'ArnNotEquals', true, (given, wanted) => matchesArn(wanted, given)),
  ...both('ArnLike', 'ArnNotLike', true, (given, wanted) => matchesArn(wanted, given)),
  ...both(
    'NumericEquals',
    'NumericNotEquals',
    false,
    numbers((a, b) => a === b),
  ),
  NumericLessThan: one(numbers((a, b) => a < b)),
  NumericLessThanEquals: one(numbers((a, b) => a <= b)),
  NumericGreaterThan: one(numbers((a, b) => a > b)),
  NumericGreaterThanEquals: one(numbers((a, b) => a >= b)),
  ...both(
    'DateEquals',
    'DateNotEquals',
    false,
    dates((a, b) => a === b),
  ),
  DateLessThan: one(dates((a, b) => a < b)),
  DateLessThanEquals: one(dates((a, b) => a <= b)),
  DateGreaterThan: one(dates((a, b) => a > b)),
  DateGreaterThanEquals: one(dates((a, b) => a >= b)),
  Bool: one(
    (given, wanted) => /^(true|false)$/i.test(wanted) && given.toLowerCase() === wanted.toLowerCase(),
  ),
  BinaryEquals: one((given, wanted) => given === wanted),
  ...both('IpAddress', 'NotIpAddress', false, (given, wanted) => inNetwork(given, wanted)),
};

type Matches = Operator['matches'];

function both(positive: string, negative: string, variables: boolean, matches: Matches) {
  return {
    [positive]: { negated: false, variables, matches },
    [negative]: { negated: true, variables, matches },
  };
}

function one(matches: Matches): Operator {
  return { negated: false, variables: false, matches };
}

function sameIgnoringCase(given: string, wanted: string): boolean {
  return given.toLowerCase() === plain(wanted).toLowerCase();
}

function numbers(compare: (given: number, wanted: number) => boolean): Matches {
  return (given, wanted) => {
    const [a, b] = [asNumber(given), asNumber(wanted)];
    return a !== undefined && b !== undefined && compare(a, b);
  };
}

function dates(compare: (given: number, wanted: number) => boolean): Matches {
  return (given, wanted) => {
    const [a, b] = [asTime(given), asTime(wanted)];
    return a !== undefined && b !== undefined && compare(a, b);
  };
}

function asNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** ISO 8601, or seconds since 1970. */
function asTime(text: string): number | undefined {
  const seconds = asNumber(text);
  if (seconds !== undefined && !/^\d{4}$/.test(text)) return seconds * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
