import type { Args, Cli } from '#checker/cli/cli.ts';
import type { ExitCode } from '#checker/cli/exit-codes.ts';
import type { Text } from '#labs/kit/text.ts';
import { texts } from './verbs.texts.ts';

export type Work = (words: readonly string[], args: Args, cli: Cli) => ExitCode | Promise<ExitCode>;

/** One verb of `handson class`; its code is loaded when it is called. */
export interface ClassVerb {
  name: string;
  operands?: string;
  /** How many words may follow the verb. */
  words: readonly [fewest: number, most: number];
  /** Of the options of `handson class`, those that mean something here; `--class` does everywhere but in `init`. */
  options: readonly string[];
  summary: Text;
  load(): Promise<Work>;
}

const noMore = Number.POSITIVE_INFINITY;

export const verbs: readonly ClassVerb[] = [
  {
    name: 'init',
    operands: 'NAME',
    words: [1, 1],
    options: [],
    summary: texts.init,
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'add',
    operands: 'ROSTER.csv',
    words: [1, 1],
    options: ['class'],
    summary: texts.add,
    load: async () => (await import('./add.ts')).add,
  },
  {
    name: 'letter',
    operands: '[LEARNER…]',
    words: [0, noMore],
    options: ['class'],
    summary: texts.letter,
    load: async () => (await import('./letter.ts')).letter,
  },
  {
    name: 'verify',
    operands: '[LEARNER…]',
    words: [0, noMore],
    options: ['class'],
    summary: texts.verify,
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'show',
    operands: '[LEARNER]',
    words: [0, 1],
    options: ['class'],
    summary: texts.show,
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'set',
    words: [0, 0],
    options: ['class', 'time-zone', 'deadline', 'points', 'late', 'cleaned'],
    summary: texts.set,
    load: async () => (await import('./set.ts')).set,
  },
  {
    name: 'extend',
    operands: 'LEARNER LAB|all',
    words: [2, 2],
    options: ['class', 'until', 'reason', 'lift'],
    summary: texts.extend,
    load: async () => (await import('./decide.ts')).extend,
  },
  {
    name: 'exempt',
    operands: 'LEARNER LAB[/STEP]|cleaned',
    words: [2, 2],
    options: ['class', 'reason', 'lift'],
    summary: texts.exempt,
    load: async () => (await import('./decide.ts')).exempt,
  },
  {
    name: 'override',
    operands: 'LEARNER LAB/STEP|cleaned',
    words: [2, 2],
    options: ['class', 'points', 'reason', 'lift'],
    summary: texts.override,
    load: async () => (await import('./decide.ts')).override,
  },
  {
    name: 'regrade',
    operands: 'LEARNER [LAB]',
    words: [1, 2],
    options: ['class', 'reason'],
    summary: texts.regrade,
    load: async () => (await import('./decide.ts')).regrade,
  },
  {
    name: 'move',
    operands: 'LEARNER ACCOUNT|sandbox',
    words: [2, 2],
    options: ['class', 'region', 'prefix', 'reason'],
    summary: texts.move,
    load: async () => (await import('./move.ts')).move,
  },
  {
    name: 'withdraw',
    operands: 'LEARNER',
    words: [1, 1],
    options: ['class', 'reason'],
    summary: texts.withdraw,
    load: async () => (await import('./decide.ts')).withdraw,
  },
  {
    name: 'rejoin',
    operands: 'LEARNER',
    words: [1, 1],
    options: ['class', 'reason'],
    summary: texts.rejoin,
    load: async () => (await import('./decide.ts')).rejoin,
  },
  {
    name: 'forget',
    operands: 'LEARNER',
    words: [1, 1],
    options: ['class', 'yes'],
    summary: texts.forget,
    load: async () => (await import('./forget.ts')).forget,
  },
  {
    name: 'leftovers',
    operands: '[LEARNER…]',
    words: [0, noMore],
    options: ['class'],
    summary: texts.leftovers,
    load: async () => (await import('./leftovers.ts')).leftovers,
  },
];
