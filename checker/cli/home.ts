import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever in it a command was called. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the target, the progress, the ledger and the sandbox's state lie. */
export function homeOf(env: Readonly<Record<string, string | undefined>>): string {
  return env.HANDSON_HOME ? path.resolve(env.HANDSON_HOME) : path.join(projectRoot, '.handson');
}
