import type { FullClients, ReadClients } from './clients.ts';
import type { Names } from './names.ts';
import type { Resource } from './resources.ts';
import type { Result } from './result.ts';
import type { Said, Text } from './text.ts';

export interface Lab {
  /** `lambda-alone`; its folder is `NN-` and this. */
  id: string;
  title: Text;
  /** Minutes that a beginner needs. */
  minutes: number;
  /** What it costs on AWS. */
  cost: Text;
  /** What it may leave behind. */
  resources(names: Names): readonly Resource[];
  steps: readonly Step[];
}

export interface Step {
  id: string;
  title: Text;
  /** From a nudge to the answer. */
  hints: readonly [Text, Text, ...Text[]];
  /**
   * `state` must hold now. `milestone` held once: the engine keeps its evidence, because the course itself later
   * changes what it left (a log line, a first item).
   */
  kind: 'state' | 'milestone';
  /** Steps of this lab that must have passed: until then this one is blocked, not failed. */
  needs?: readonly string[];
  /** A safeguard or an extra: told, and not needed for the lab to be done. */
  optional?: true;
  check(look: Look): Promise<Result>;
  /** Does the step for the learner. Doing it twice changes nothing. */
  apply(doing: Doing): Promise<void>;
}

/** What a check may use: it can read, and where the learner said yes it can call what they built. */
export interface Look {
  aws: ReadClients;
  /** The same reads in other regions that are in use, for "found in us-east-1". */
  elsewhere: readonly { region: string; aws: ReadClients }[];
  names: Names;
  target: TargetFacts;
  /** Absent in a read-only run: then logs, metrics and rows are the evidence. */
  act?: Act;
  /** New in every run, ASCII: an old row or log line cannot pass for a new one. */
  nonce: string;
  known: Known;
  now(): number;
}

export interface TargetFacts {
  kind: 'sandbox' | 'aws';
  account: string;
  region: string;
  /** The command that signs in again, where the learner's own credentials are used. */
  signIn?: string;
}

/** Calls to what the learner built. Every request id is remembered as ours. */
export interface Act {
  invoke(fn: string, payload: unknown): Promise<Invoked>;
  /** `path` with its query, as `/translate?input_text=…`. */
  get(apiId: string, stage: string, path: string): Promise<Answered>;
  /** One short text, to see whether Translate answers in this account and region. */
  translate(text: string, from: string, to: string): Promise<string>;
}

export interface Invoked {
  requestId: string;
  /** The text that came back: the answer, or the error document where `failed`. */
  payload: string;
  failed: boolean;
  /** The last lines of the log. */
  log: string;
}

export interface Answered {
  url: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What this installation remembers of the account. */
export interface Known {
  /** With two APIs of our name, the one of the ledger or of `--api` is meant. */
  apiId?: string;
  isOurCall(requestId: string): boolean;
  /** A call through an API does not tell the function's request id: then its time tells that it was ours. */
  isOurTime(at: number): boolean;
  /** It stood in the account before the course, by the baseline: `apply` neither changes nor takes it over. */
  isForeign(type: Resource['type'], id: string): boolean;
}

/** What `apply` may use. */
export interface Doing {
  aws: FullClients;
  names: Names;
  target: TargetFacts;
  runtime: Runtime;
  known: Known;
  /** This lab's solution in that language, as a zip archive, with the handler and runtime to go with it. */
  solution(): Promise<Solution>;
  /** Writes down what was made, for the ledger: before the next call is made. */
  made(resource: Made): Promise<void>;
  /** The code that this lab begins with. */
  starter(): Promise<Solution>;
  /** Calls the learner's API for them: unlike a check's own calls, these count. */
  get(apiId: string, stage: string, path: string): Promise<Answered>;
  sleep(ms: number): Promise<void>;
  /** Says what is being done. */
  note(said: Said): void;
}

export type Runtime = 'python' | 'node';

export interface Solution {
  zip: Uint8Array;
  runtime: 'python3.14' | 'nodejs24.x';
  handler: string;
}

export interface Made {
  type: Resource['type'] | 'policy';
  /** The name or id it is held by. */
  id: string;
  arn: string;
}

export function defineLab(lab: Lab): Lab {
  return lab;
}
