import { gunzipSync, gzipSync } from 'fflate';
import type { Claims, Submission } from '#checker/submission/submission.ts';
import { worldRecords } from '#checker/submission/world-records.ts';
import { digestAt, digestLength, digestOf, writeSubmission } from '#checker/submission/write-submission.ts';
import { courseNames } from '#labs/kit/names.ts';
import type { SentRecord } from '#sandbox/parts/control-records.ts';
import { allLabs } from '../labs/standing.ts';
import { account, region, type Snapshot } from '../labs/world.ts';

export interface PackedOptions {
  id?: string;
  name?: string;
  claims?: Partial<Claims>;
  installation?: string;
  labs?: string[];
  prefix?: string;
  folders?: string[];
}

/** A submission of a test's world, as `handson submit` makes it. */
export function packed(world: Snapshot, options: PackedOptions = {}): Uint8Array {
  const written = writeSubmission(contentOf(world, options));
  if ('tooLarge' in written) throw new Error('too large');
  return written.bytes;
}

export function contentOf(
  world: Snapshot,
  {
    id = 'ann@example.com',
    name,
    claims = {},
    installation = '0'.repeat(32),
    labs = allLabs.map((lab) => lab.id),
    prefix = '',
    folders = [],
  }: PackedOptions = {},
): Omit<Submission, 'schema' | 'digest'> {
  const { logGroup, table } = courseNames(prefix);
  const sent = world
    .filter(([key]) => key.startsWith(`${account}/`))
    .map(
      ([key, value]): SentRecord => [
        key,
        typeof value === 'string' ? value : { base64: Buffer.from(value).toString('base64') },
      ],
    );
  return {
    course: '0.1.0',
    learner: { id, ...(name === undefined ? {} : { name }) },
    target: { account, region, prefix },
    labs,
    installation,
    claims: { steps: [], ownCalls: { requests: [], times: [] }, ...claims },
    records: worldRecords(sent, { folders, logGroup, table }),
  };
}

/** The document in a file. */
export function documentIn(bytes: Uint8Array): Submission & Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(gunzipSync(bytes)));
}

/** A file of any document, with the digest that it should have: what somebody makes who means harm. */
export function forged(document: object): Uint8Array {
  return sealed(JSON.stringify({ ...document, digest: '0'.repeat(digestLength) }));
}

/** The same for a text that need not be JSON. */
export function sealed(text: string): Uint8Array {
  const whole = text.slice(0, digestAt) + text.slice(digestAt + digestLength);
  const said = text.slice(0, digestAt) + digestOf(whole) + text.slice(digestAt + digestLength);
  return gzipSync(new TextEncoder().encode(said), { mtime: 0 });
}
