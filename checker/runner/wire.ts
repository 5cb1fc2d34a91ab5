import type { Outcome } from '#labs/kit/result.ts';
import type { StepReport } from '../core/check-report.ts';

/** What the runner and a page say to each other: types alone, so that both sides hold to one contract. */
export interface RunnerState {
  schema: 'handson.runner/1';
  /** New at each start: a page that comes back to another one asks for a new token. */
  instance: string;
  target: TargetReport;
  sandbox: { endpoint: string; apiEndpoint: string } | null;
  labs: LabState[];
}

export interface TargetReport {
  kind: 'sandbox' | 'aws';
  account: string;
  region: string;
  prefix: string;
  /** Where we look, as a sentence. */
  words: string;
}

export interface LabState {
  id: string;
  number: number;
  title: string;
  /** What doing it may make or change, by type and name; `word` is the type as people call it. */
  makes: Array<{ type: string; word: string; name: string }>;
  steps: Array<{
    id: string;
    title: string;
    optional: boolean;
    hints: number;
    passed: string | null;
    how: 'earned' | 'provided' | null;
  }>;
}

/** What stands in the account now, by kind. */
export interface StandingAnswer {
  account: string;
  exists: string[];
}

/** Events of `GET /api/events`, by the name they are sent under. */
export type RunnerEvent =
  | { type: 'hello'; instance: string }
  | { type: 'target'; target: TargetReport }
  | { type: 'looking'; run: string; lab: string; step: string }
  | { type: 'waiting'; run: string; lab: string; step: string; inMs: number; message: string }
  | { type: 'step'; schema: 'handson.check/1'; run: string; lab: string; step: StepReport }
  | { type: 'lab'; run: string; lab: string; outcome: Outcome }
  /** A run has ended; with `trouble` it could not be carried through. */
  | { type: 'end'; run: string; labs: string[]; what: 'check' | 'apply' | 'clean'; trouble: string | null }
  | { type: 'watch'; lab: string; on: boolean }
  | { type: 'apply'; run: string; lab: string; step: string; state: 'already' | 'doing' | 'done' };

export type EventOf<Type extends RunnerEvent['type']> = Extract<RunnerEvent, { type: Type }>;

export interface CheckBody {
  labs: string[];
  step?: string;
}

export interface WatchBody {
  lab: string;
  on: boolean;
}

export interface HintBody {
  lab: string;
  step: string;
}

export interface ApplyBody {
  lab: string;
  /** All steps up to this one. */
  through?: string;
  /** This step alone, with what it needs. */
  step?: string;
  runtime?: 'python' | 'node';
  /** The account that the page showed. */
  account: string;
}

export interface HintAnswer {
  number: number;
  of: number;
  hint: string;
}

/** What `handson.clean/1` says of a plan, as far as a page shows it. */
export interface CleanPlan {
  hash: string;
  items: CleanItem[];
  doubtful: CleanItem[];
  unread: string[];
  /** Set where nothing may be deleted. */
  fuse: string | null;
}

export interface CleanItem {
  type: string;
  /** The type as people call it. */
  word: string;
  name: string;
  why: string;
  monthlyUsd: number;
}

export interface CleanResult {
  /** The plan was another one by then, and nothing was deleted. */
  changed: boolean;
  deleted: number;
  left: number;
}

/** Why a request was refused. */
export type RefusalCode =
  | 'foreign-host'
  | 'foreign-page'
  | 'no-token'
  | 'not-json'
  | 'too-large'
  | 'bad-request'
  | 'unknown-lab'
  | 'unknown-step'
  | 'wrong-account'
  | 'busy'
  | 'too-many-streams'
  | 'not-found'
  | 'method'
  | 'trouble';

export interface RefusalAnswer {
  error: RefusalCode;
  message: string;
  /** Where another account is pinned than the one that was named. */
  account?: string;
}
