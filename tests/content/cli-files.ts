import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const labsFolder = path.resolve(import.meta.dirname, '../../labs');

/** A lab's way by the `aws` command, step by step as the file has them; `undefined` where the lab has none yet. */
export function cliSteps(folder: string): Map<string, string> | undefined {
  const file = path.join(labsFolder, folder, 'cli.sh');
  if (!existsSync(file)) return undefined;
  const parts = readFileSync(file, 'utf8').split(/^# step: (.+)\n/m);
  return new Map(
    parts.slice(1).flatMap((id, i, all) => (i % 2 === 0 ? [[id, all[i + 1] ?? ''] as const] : [])),
  );
}
