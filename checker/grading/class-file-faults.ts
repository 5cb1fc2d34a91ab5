import { locales } from '#labs/kit/text.ts';
import { hasAccount } from './learner.ts';
import { isLocalTime, isTimeZone } from './local-time.ts';

/** What is wrong with a class file that somebody edited, and where. */
export interface ClassFileFault {
  /** `learners[2].account` */
  place: string;
  wanted: Wanted;
  /** What stands there, shortened; `''` where nothing does. */
  found: string;
}

export type Wanted =
  | 'object'
  | 'list'
  | 'text'
  | 'schema'
  | 'account'
  | 'time'
  | 'local-time'
  | 'zone'
  | 'points'
  | 'percent'
  | 'one-of'
  | 'nothing'
  | 'own-id';

/** Everything that is wrong at once; none: it is a class file. */
export function classFileFaults(value: unknown): ClassFileFault[] {
  const faults = classFile(value, '');
  return faults.length > 0 ? faults : repeatedIds(value as { learners: Array<{ id: string }> });
}

type Check = (value: unknown, place: string) => ClassFileFault[];

const is =
  (wanted: Wanted, holds: (value: unknown) => boolean): Check =>
  (value, place) =>
    holds(value) ? [] : [{ place: place || '.', wanted, found: shown(value) }];

const matching = (wanted: Wanted, holds: (text: string) => boolean) =>
  is(wanted, (value) => typeof value === 'string' && holds(value));

const oneOf = (words: readonly unknown[]) => is('one-of', (value) => words.includes(value));

const numberTo = (wanted: Wanted, most: number) =>
  is(wanted, (value) => typeof value === 'number' && value >= 0 && value <= most);

const text = matching('text', () => true);
const some = matching('text', (value) => value !== '');
const account = matching('account', (value) => /^\d{12}$/.test(value));
const time = matching(
  'time',
  (value) => /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)),
);
const localTime = matching('local-time', isLocalTime);
const percent = numberTo('percent', 100);
const points = numberTo('points', 1_000_000);

/** A `?` at the end of a name: may be absent. */
function members(checks: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(checks).map(([name, check]) => [name.replace('?', ''), check]));
  return (value, place) => {
    if (!isObject(value)) return [{ place: place || '.', wanted: 'object', found: shown(value) }];
    const at = (name: string) => (place === '' ? name : `${place}.${name}`);
    const own = [...known].flatMap(([name, check]) =>
      Object.hasOwn(value, name) || Object.hasOwn(checks, name) ? check(value[name], at(name)) : [],
    );
    const more = Object.keys(value).filter((name) => !known.has(name));
    return [
      ...own,
      ...more.map(
        (name): ClassFileFault => ({ place: at(name), wanted: 'nothing', found: shown(value[name]) }),
      ),
    ];
  };
}

const listOf =
  (check: Check): Check =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((one, at) => check(one, `${place}[${at}]`))
      : [{ place, wanted: 'list', found: shown(value) }];

const each =
  (check: Check): Check =>
  (value, place) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => check(one, `${place}.${name}`))
      : [{ place, wanted: 'object', found: shown(value) }];

const orNull =
  (check: Check): Check =>
  (value, place) =>
    value === null ? [] : check(value, place);

const access = oneOf(['safe', 'unsafe', 'closed', 'unclear']);

const learner = members({
  id: some,
  name: some,
  'email?': text,
  account: matching('account', (value) => /^\d{12}$/.test(value) || !hasAccount({ account: value })),
  role: text,
  region: some,
  prefix: text,
  language: oneOf(locales),
  externalId: text,
  'access?': members({ verdict: access, at: time, 'cause?': text }),
});

const rules = members({
  timeZone: matching('zone', isTimeZone),
  deadlines: each(localTime),
  points: each(points),
  cleaned: points,
  late: orNull(members({ percentPerDay: percent, atMost: percent })),
});

const decision = { learner: some, reason: some };

/** By `what`; each has `at` besides. */
const changes: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  init: {},
  add: { learners: listOf(some) },
  access: { learner: some, from: orNull(access), to: access },
  rules: { from: rules, to: rules },
  forget: {},
  extend: { ...decision, lab: some, until: localTime },
  exempt: { ...decision, lab: some, 'step?': some },
  override: { ...decision, lab: some, step: some, points },
  lift: { ...decision, of: oneOf(['extend', 'exempt', 'override']), lab: some, 'step?': some },
  regrade: { ...decision, 'lab?': some },
  move: { ...decision, from: some },
  withdraw: decision,
  rejoin: decision,
};

const change: Check = (value, place) => {
  const what = isObject(value) ? value.what : undefined;
  const own = typeof what === 'string' && Object.hasOwn(changes, what) ? changes[what] : undefined;
  if (own) return members({ at: time, what: some, ...own })(value, place);
  return isObject(value)
    ? [{ place: `${place}.what`, wanted: 'one-of', found: shown(what) }]
    : [{ place, wanted: 'object', found: shown(value) }];
};

const classFile = members({
  schema: is('schema', (value) => value === 'handson.class-file/1'),
  name: some,
  instructor: account,
  region: some,
  learners: listOf(learner),
  'rules?': rules,
  history: listOf(change),
});

function repeatedIds({ learners }: { learners: ReadonlyArray<{ id: string }> }): ClassFileFault[] {
  const seen = new Set<string>();
  return learners.flatMap(({ id }, at): ClassFileFault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ place: `learners[${at}].id`, wanted: 'own-id', found: shown(id) }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fit for a terminal, whatever stands in the file. */
function shown(value: unknown): string {
  return value === undefined ? '' : (JSON.stringify(value) ?? '').replace(/\p{C}/gu, ' ').slice(0, 60);
}
