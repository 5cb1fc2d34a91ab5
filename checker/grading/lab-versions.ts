import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { labs } from '#labs/all.ts';
import { projectRoot } from '../cli/home.ts';

/**
 * What looked, lab by lab: a hash of the lab's own files and of the kit that they stand on. Tests and learners' code do
 * not look, so they are left out.
 */
export function labVersions(ids: readonly string[]): Record<string, string> {
  const root = path.join(projectRoot, 'labs');
  const kit = filesOf(path.join(root, 'kit'));
  return Object.fromEntries(
    labs
      .filter(({ id }) => ids.includes(id))
      .map(({ id, folder }) => [id, hashOf([...kit, ...filesOf(path.join(root, folder))], root)]),
  );
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
}

function hashOf(files: readonly string[], root: string): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const text = readFileSync(file);
    hash.update(`${path.relative(root, file)} ${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 12);
}
