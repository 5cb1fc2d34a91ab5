import { createHash } from 'node:crypto';
import { type ZipEntry, ZipRefused } from '#sandbox/core/parts.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { placeOf } from './kept-tables.ts';
import { limits, type Submission } from './submission.ts';

/** What two submissions have in common only where one comes from the other, or both from a third. */
export interface Traits {
  installation: string;
  /** Ids that the sandbox made up at random: of APIs, roles and tables. */
  ids: string[];
  /** The content of each function's code, hashed. */
  code: string[];
}

export async function traitsOf({ installation, records }: Submission): Promise<Traits> {
  const ids: string[] = [];
  const code = new Set<string>();
  for (const [key, value] of records) {
    const { service, table, name } = placeOf(key) ?? {};
    const { id } = value as { id?: unknown };
    if (service === 'apigateway' && table === 'apis') ids.push(String(name));
    if ((service === 'iam' && table === 'roles') || (service === 'dynamodb' && table === 'tables'))
      if (typeof id === 'string') ids.push(id);
    if (service === 'lambda' && table === 'code') {
      const hash = await codeHash(Buffer.from((value as { base64: string }).base64, 'base64'));
      if (hash !== undefined) code.add(hash);
    }
  }
  return { installation, ids: ids.sort(), code: [...code].sort() };
}

/** Of the files, whatever archive they came in; line endings and spaces at their ends make no difference. */
export async function codeHash(archive: Uint8Array): Promise<string | undefined> {
  try {
    return hashOf(await zip.read(archive, limits.codeBytes));
  } catch (error) {
    if (error instanceof ZipRefused) return undefined;
    throw error;
  }
}

function hashOf(files: readonly ZipEntry[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/[ \t\r]+$/gm, '')
      .trimEnd();
    hash.update(`${path.length}:${path}${text.length}:${text}`);
  }
  return hash.digest('hex');
}

export interface Resemblance {
  what: 'code' | 'installation' | 'ids';
  /** Indexes of the submissions, in their order. */
  of: number[];
}

/** What submissions of different learners have in common; code that the course itself gives out is nobody's own. */
export function resemblances(
  all: ReadonlyArray<{ learner: string; traits: Traits }>,
  givenOut: ReadonlySet<string>,
): Resemblance[] {
  const groups = new Map<string, Set<number>>();
  const add = (what: Resemblance['what'], trait: string, at: number) => {
    const key = `${what} ${trait}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(at));
  };
  for (const [at, { traits }] of all.entries()) {
    add('installation', traits.installation, at);
    for (const id of traits.ids) add('ids', id, at);
    for (const hash of traits.code) if (!givenOut.has(hash)) add('code', hash, at);
  }
  const told = new Set<string>();
  return [...groups].flatMap(([key, members]): Resemblance[] => {
    const what = key.split(' ', 1)[0] as Resemblance['what'];
    const of = [...members].sort((a, b) => a - b);
    const learners = new Set(of.map((at) => all[at]?.learner));
    const same = `${what} ${of}`;
    if (learners.size < 2 || told.has(same)) return [];
    told.add(same);
    return [{ what, of }];
  });
}
