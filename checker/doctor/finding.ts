import type { Text } from '#labs/kit/text.ts';

/** What the doctor found of one thing. */
export interface Finding {
  id: 'node' | 'python' | 'boto3' | 'aws' | 'credentials' | 'region' | 'clock' | 'browser';
  state: 'ok' | 'missing' | 'broken';
  /** A version, a path, an account: shown as it is. */
  found?: string;
  /** A sentence on what is the matter, or what it is needed for. */
  why?: Text<string>;
  values?: Record<string, string | number>;
  /** The one command that mends it on this operating system. */
  mend?: string;
}

/** The computer as the doctor sees it; handed in, so that a test can show it another one. */
export interface Patient {
  platform: NodeJS.Platform;
  arch: string;
  env: Readonly<Record<string, string | undefined>>;
  nodeVersion: string;
  /** Runs a program and returns what it printed; `undefined` where there is no such program. */
  run(program: string, args: readonly string[]): Promise<Ran | undefined>;
  /** Whether a program of that name is on the path. */
  has(program: string): Promise<boolean>;
  /** The text of a file, `undefined` where there is none; throws where it cannot be read. */
  read(path: string): Promise<string | undefined>;
  homeDir: string;
  now(): number;
}

export interface Ran {
  ok: boolean;
  output: string;
}
