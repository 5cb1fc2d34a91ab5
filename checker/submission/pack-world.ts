import { createHash } from 'node:crypto';
import { tokenHeader } from '#sandbox/parts/control.ts';
import type { SentRecord } from '#sandbox/parts/control-records.ts';
import type { Ledger } from '../state/ledger.ts';
import type { State } from '../state/open-state.ts';
import { claimsOf } from './claims.ts';
import { keptTableNames } from './kept-tables.ts';
import { type FoundSecret, type Secret, secretsIn } from './secrets-in.ts';
import type { Submission } from './submission.ts';
import { textsOf, worldRecords } from './world-records.ts';
import { type Written, writeSubmission } from './write-submission.ts';

export interface PackOptions {
  /** Where the sandbox answers, and what opens it. */
  sandbox: { endpoint: string; token: string; secret: string };
  remembered: { state: State; ledger: Ledger; key: string };
  about: Pick<Submission, 'course' | 'learner' | 'target' | 'labs'>;
  names: { logGroup: string; table: string };
  /** Folders of this computer that no line may quote. */
  folders: readonly string[];
  secrets: readonly Secret[];
}

export interface Packed extends Written {
  /** How many records go along, by service. */
  counts: Readonly<Record<string, number>>;
  claims: Submission['claims'];
  /** Functions whose variables go along as they are. */
  variables: string[];
}

export type PackProblem =
  | { kind: 'too-large'; size: number; most: number }
  | { kind: 'secret'; found: FoundSecret[] };

/** Makes the file of a learner's world. Nothing is written yet, and what must not leave stops it. */
export async function packWorld(options: PackOptions): Promise<Packed | { problem: PackProblem }> {
  const { sandbox, remembered, about, names, folders } = options;
  const sent = await recordsOf(sandbox, about.target.account);
  if (sent === undefined) return { problem: { kind: 'too-large', size: 0, most: 0 } };
  const records = worldRecords(sent, { folders, ...names });
  const claims = claimsOf(remembered, { labs: new Set(about.labs), records });
  const secrets = [
    ...options.secrets,
    { name: 'sandbox', text: sandbox.secret },
    { name: 'installation.json', text: sandbox.token },
  ];
  const found = secretsIn(
    [...textsOf(records), { place: 'claims', text: JSON.stringify([about, claims]) }],
    secrets,
  );
  if (found.length > 0) return { problem: { kind: 'secret', found } };
  const written = writeSubmission({
    ...about,
    installation: installationOf(sandbox.token),
    claims,
    records,
  });
  if ('tooLarge' in written) return { problem: { kind: 'too-large', ...written.tooLarge } };
  return { ...written, claims, counts: countsOf(records), variables: variablesIn(records) };
}

/** `undefined`: more than any course leaves. */
async function recordsOf(
  { endpoint, token }: PackOptions['sandbox'],
  account: string,
): Promise<SentRecord[] | undefined> {
  const tables = keptTableNames.map((name) => ['table', name] as [string, string]);
  const query = new URLSearchParams([['account', account], ...tables]);
  const answer = await fetch(`${endpoint}/_sandbox/records?${query}`, { headers: { [tokenHeader]: token } });
  if (answer.status === 413) return undefined;
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  return ((await answer.json()) as { records: SentRecord[] }).records;
}

/** From what this installation alone knows, and no way back to it. */
function installationOf(token: string): string {
  return createHash('sha256').update(`handson.submission ${token}`).digest('hex').slice(0, 32);
}

function countsOf(records: Submission['records']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key] of records) {
    const [, , service = ''] = key.split('/', 3);
    counts[service] = (counts[service] ?? 0) + 1;
  }
  return counts;
}

function variablesIn(records: Submission['records']): string[] {
  return records.flatMap(([key, value]) => {
    const { name, environment } = value as { name?: unknown; environment?: object };
    const has = /^[^/]+\/[^/]+\/lambda\/functions\//.test(key) && Object.keys(environment ?? {}).length > 0;
    return has ? [String(name)] : [];
  });
}
