import type { StepMark } from '../marks.ts';

/** How a step stands, for people: a sign and a word, never a colour alone. */
export type Sign =
  | 'credited'
  | 'late'
  | 'claimed'
  | 'provided'
  | 'not-yet'
  | 'unknown'
  | 'waiting'
  | 'blocked'
  | 'unseen'
  | 'exempt'
  | 'set';

/** In the order of the key. */
export const signs: Readonly<Record<Sign, string>> = {
  credited: '✓',
  late: '◑',
  provided: '[✓]',
  claimed: '(✓)',
  'not-yet': '✗',
  unknown: '?',
  waiting: '…',
  blocked: '·',
  unseen: '\u00a0',
  exempt: '–',
  set: '=',
};

export function signOf(mark: StepMark | undefined): Sign {
  if (!mark) return 'unseen';
  const { credit, source, how, result } = mark;
  if (credit === 'incomplete') {
    const outcome = result?.outcome;
    return outcome === 'waiting' || outcome === 'blocked' ? outcome : result ? 'unknown' : 'unseen';
  }
  if (credit === 'not-yet' || credit === 'exempt' || credit === 'set') return credit;
  if (source === 'claimed') return 'claimed';
  if (how === 'provided') return 'provided';
  return credit;
}
