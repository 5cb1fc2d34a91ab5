import { existsSync } from 'node:fs';
import path from 'node:path';
import { labs } from '#labs/all.ts';
import { projectRoot } from '../cli/home.ts';
import { labCode } from '../target/lab-code.ts';
import { codeHash } from './resemblance.ts';

/** Hashes of all code that the course itself gives out: two learners who have it have it from us. */
export async function givenOut(): Promise<Set<string>> {
  const hashes = new Set<string>();
  for (const { folder } of labs) {
    for (const part of ['starter', 'solution'] as const) {
      for (const runtime of ['python', 'node'] as const) {
        if (!existsSync(path.join(projectRoot, 'labs', folder, part, runtime))) continue;
        const hash = await codeHash((await labCode(folder, part, runtime)).zip);
        if (hash !== undefined) hashes.add(hash);
      }
    }
  }
  return hashes;
}
