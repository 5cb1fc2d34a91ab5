import type { Learner } from '#checker/grading/learner.ts';
import type { FaultRule } from '#sandbox/core/faults.ts';
import type { StoreValue } from '#sandbox/core/store.ts';
import { account as builtFor, region } from '../labs/world.ts';
import { type Mould, marks } from './moulds.ts';

/** What goes wrong with an account of a large class, one in a hundred each. */
export const troubles = ['denied', 'throttled', 'expired', 'hanging'] as const;

export interface Pupil {
  mould: Mould;
  trouble: (typeof troubles)[number] | undefined;
  learner: Learner;
  /** A word that stands in this account alone. */
  canary: string;
  /** What the mould's own values become. */
  own: ReadonlyMap<string, string>;
}

/** A class of any size: everybody's account is one of the moulds, with values of its own. */
export function pupilsOf(moulds: readonly Mould[], count: number): Pupil[] {
  return Array.from({ length: count }, (_, at) => pupilOf(moulds[at % moulds.length] as Mould, at));
}

function pupilOf(mould: Mould, at: number): Pupil {
  const account = String(200_000_000_000 + at * 1001);
  const trouble = troubles[[13, 37, 61, 89].indexOf(at % 100)];
  const canary = `canary${word(at * 7919 + 1, 14)}`;
  const externalId = `external-id-${word(at, 12)}`;
  return {
    mould,
    trouble,
    canary,
    learner: {
      id: account,
      name: `Learner ${at}`,
      account,
      role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
      region,
      prefix: '',
      language: 'en',
      externalId: trouble === 'denied' ? 'of-somebody-else' : externalId,
    },
    own: new Map([
      [builtFor, account],
      [marks.canary, canary],
      [marks.externalId, externalId],
      ...apisOf(mould).map((id, nth) => [id, `${'abcdef'[nth]}${word(at, 9)}`] as const),
    ]),
  };
}

/** What the sandbox remembers of that account. */
export function* pour({ mould, own }: Pupil): Generator<readonly [string, StoreValue]> {
  const words = new RegExp([...own.keys()].join('|'), 'g');
  const moved = (text: string) => text.replace(words, (found) => own.get(found) ?? found);
  for (const [key, value] of mould.snapshot)
    yield [moved(key), typeof value === 'string' ? moved(value) : value];
}

/** What was seen of an account, in the words of its mould. */
export function inWordsOfMould(text: string, { own }: Pupil): string {
  const back = new Map([...own].map(([before, after]) => [after, before]));
  return text.replace(new RegExp([...back.keys()].join('|'), 'g'), (found) => back.get(found) ?? found);
}

/** Denied is in the role; the rest is what AWS or the way there does. */
export function faultsOf(pupils: readonly Pupil[]): FaultRule[] {
  return pupils.flatMap(({ trouble, learner: { account } }): FaultRule[] => {
    const rule = { account, via: 'wire' } as const;
    if (trouble === 'throttled')
      return [{ ...rule, fault: { kind: 'error', code: 'ThrottlingException', status: 400 } }];
    if (trouble === 'expired')
      return [{ ...rule, fault: { kind: 'error', code: 'ExpiredTokenException', status: 400 } }];
    return trouble === 'hanging' ? [{ ...rule, fault: { kind: 'hang' } }] : [];
  });
}

function apisOf({ snapshot }: Mould): string[] {
  return snapshot.flatMap(([key]) =>
    key.startsWith('shared/apis/') ? [key.slice('shared/apis/'.length)] : [],
  );
}

/** Values of other accounts that stand in a text. */
export function strangersIn(text: string, { own }: Pupil): string[] {
  const ours = new Set(own.values());
  const found = text.match(
    /\b20000[01]\d{6}\b|canary[0-9a-z]{14}|external-id-[0-9a-z]{12}|\b[a-f]0{5}[0-9a-z]{4}\b/g,
  );
  return (found ?? []).filter((one) => !ours.has(one));
}

const word = (number: number, length: number): string => number.toString(36).padStart(length, '0');
