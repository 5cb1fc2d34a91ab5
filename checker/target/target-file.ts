import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where we look, pinned; see docs/decisions/target-and-pinned-account.md. */
export type Target = SandboxTarget | AwsTarget;

interface SandboxTarget {
  kind: 'sandbox';
  account: string;
  region: string;
  prefix: string;
}

export interface AwsTarget {
  kind: 'aws';
  account: string;
  alias?: string;
  region: string;
  profile?: string;
  endpoint?: string;
  prefix: string;
  /** Whether the learner said yes to calls of their function and API. */
  behaviour: boolean;
}

export const sandboxTarget: SandboxTarget = {
  kind: 'sandbox',
  account: '111122223333',
  region: 'ap-northeast-1',
  prefix: '',
};

/** A target file that nobody can make sense of. */
export class TargetUnreadable extends Error {
  readonly file: string;

  constructor(file: string, why: string) {
    super(why);
    this.name = 'TargetUnreadable';
    this.file = file;
  }
}

export function readTarget(home: string): Target {
  const file = fileIn(home);
  if (!existsSync(file)) return sandboxTarget;
  try {
    const target = JSON.parse(readFileSync(file, 'utf8')) as Target;
    if (isTarget(target)) return target;
  } catch (error) {
    throw new TargetUnreadable(file, (error as NodeJS.ErrnoException).code ?? 'JSON');
  }
  throw new TargetUnreadable(file, 'JSON');
}

/** Written beside and moved into place, so that a kill leaves the old one or the new one. */
export function writeTarget(home: string, target: Target): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const draft = `${fileIn(home)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(target, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(home));
}

/** What the rows of the state are kept under. */
export function keyOf({ kind, account, region, prefix, ...more }: Target): string {
  const endpoint = 'endpoint' in more && more.endpoint ? more.endpoint : '';
  return [kind, account, region, prefix, endpoint].join('|');
}

function fileIn(home: string): string {
  return path.join(home, 'target.json');
}

function isTarget(value: Partial<Target> | null): value is Target {
  return (
    value !== null &&
    (value.kind === 'sandbox' || value.kind === 'aws') &&
    /^\d{12}$/.test(value.account ?? '') &&
    typeof value.region === 'string' &&
    typeof value.prefix === 'string'
  );
}
