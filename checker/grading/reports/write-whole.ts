import { closeSync, constants, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Written beside and put in its place, piece by piece, for the owner's eyes alone: whoever reads the file reads a whole one.
 * A link that stands there is replaced, and what it points to stays as it is.
 */
export function writeWhole(target: string, pieces: Iterable<string>): void {
  const draft = `${target}.${crypto.randomUUID().slice(0, 8)}.draft`;
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const file = openSync(draft, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    try {
      let waiting = '';
      for (const piece of pieces) {
        waiting += piece;
        if (waiting.length < 65_536) continue;
        writeSync(file, waiting);
        waiting = '';
      }
      writeSync(file, waiting);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** A folder that is one: through a link the pages would be written into another place. */
export function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lstatSync(folder).isSymbolicLink()) throw new LinkedFolder(path.resolve(folder));
}

export class LinkedFolder extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} is a symbolic link`);
    this.name = 'LinkedFolder';
    this.folder = folder;
  }
}
