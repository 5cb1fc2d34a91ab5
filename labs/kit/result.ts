import type { Said } from './text.ts';

/** What was read: the call, the field, expected and found. */
export interface Evidence {
  call: string;
  field: string;
  expected: Plain;
  found: Plain;
}

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Why an outcome is what it is; a closed list, the same in the JSON. */
export const causes = [
  'absent',
  'different',
  'needs',
  'late',
  'denied',
  'throttled',
  'expired',
  'not-subscribed',
  'wrong-account',
  'region',
  'network',
  'clock',
  'broken',
] as const;

export type Cause = (typeof causes)[number];

export type Outcome = 'pass' | 'fail' | 'waiting' | 'blocked' | 'unknown';

/** What a check says of a step. Every difference is there at once; `next` is the one thing to do. */
export interface Result {
  outcome: Outcome;
  cause: Cause | null;
  messages: readonly Said[];
  next: Said | null;
  evidence: readonly Evidence[];
}

export function pass(...evidence: Evidence[]): Result {
  return { outcome: 'pass', cause: null, messages: [], next: null, evidence };
}

/** It is not there. */
export function absent(message: Said, next: Said, ...evidence: Evidence[]): Result {
  return { outcome: 'fail', cause: 'absent', messages: [message], next, evidence };
}

/** It is there and wrong. */
export function different(message: Said, next: Said, ...evidence: Evidence[]): Result {
  return { outcome: 'fail', cause: 'different', messages: [message], next, evidence };
}

/** Absent, but AWS is known to be late here: the engine looks again until its deadline. */
export function late(message: Said, next: Said, ...evidence: Evidence[]): Result {
  return { outcome: 'waiting', cause: 'late', messages: [message], next, evidence };
}

/** We could not look, and know why (a probe that was refused, say). Errors of reads are told by the engine itself. */
export function unknown(cause: Cause, message: Said, next: Said, ...evidence: Evidence[]): Result {
  return { outcome: 'unknown', cause, messages: [message], next, evidence };
}
