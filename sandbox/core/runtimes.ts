import type { ZipEntry } from './parts.ts';

/** Where learners' code runs. The child-process kind is in `sandbox/parts`. */
export interface Runtimes {
  /** Runs one invocation in a warm environment of that key, or starts one. Never throws for what the code did. */
  invoke(request: RunRequest): Promise<RunResult>;
  /** Ends every environment of a key: its code or configuration changed, or the function is gone. */
  retire(key: string): void;
  close(): Promise<void>;
}

export interface RunRequest {
  /** One function version of one account and region, in one configuration (`RevisionId` belongs into it). */
  key: string;
  requestId: string;
  functionArn: string;
  functionName: string;
  functionVersion: string;
  runtime: string;
  handler: string;
  memoryMb: number;
  timeoutMs: number;
  /** Asked for only when an environment starts. */
  code(): Promise<ZipEntry[]>;
  layers(): Promise<ZipEntry[][]>;
  /** The learner's own variables. */
  environment: Record<string, string>;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  region: string;
  logGroupName: string;
  logStreamName: string;
  payload: Uint8Array;
  clientContext?: string;
  traceId: string;
}

export interface RunResult {
  /** What the handler returned, or the error document. */
  payload: Uint8Array;
  /** Absent when the handler answered. `Unhandled` is what AWS says for all others. */
  functionError?: 'Unhandled' | 'Handled';
  /** The lines of this invocation as they belong in the log, in order; START, END and REPORT included. */
  log: LogLine[];
  /** What belongs to the start of the environment (INIT_START …): in the log, but not in `LogType=Tail`. */
  initLog: LogLine[];
  /** The stream of the environment that ran it. */
  logStreamName: string;
  durationMs: number;
  billedMs: number;
  maxMemoryMb: number;
  initMs?: number;
  timedOut: boolean;
  /** We could not run it at all: Python is missing, a runtime is not supported. The sentence says what to install. */
  refused?: string;
}

export interface LogLine {
  at: number;
  message: string;
}
