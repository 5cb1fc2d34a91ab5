import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import type { FileProblem } from './read-submission.ts';
import { limits } from './submission.ts';

/** A learning platform puts each learner's file into a folder of its own. */
const deepest = 3;
const mostFiles = 20_000;

/** The files in a folder and the folders in it, by name. Links are told by name and not followed. */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (inside: string, depth: number) => {
    const entries = readdirSync(path.join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // What systems leave in every folder is nobody's submission.
      if (entry.name.startsWith('.') || entry.name === '__MACOSX' || entry.name === 'Thumbs.db') continue;
      const name = path.join(inside, entry.name);
      if (entry.isDirectory()) {
        if (depth < deepest) walk(name, depth + 1);
      } else if (found.length < mostFiles) found.push(name);
    }
  };
  walk('', 1);
  return found;
}

/** The bytes of one file, never more than a submission may have. */
export function bytesOf(file: string): Uint8Array | { problem: FileProblem } {
  const told = (kind: FileProblem['kind'], place = '') => ({ problem: { kind, place } });
  let handle: number | undefined;
  try {
    const named = lstatSync(file);
    if (named.isSymbolicLink()) return told('link');
    // A pipe or a device is never opened: it may never end.
    if (!named.isFile()) return told('not-a-submission');
    handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const { size } = fstatSync(handle);
    if (!fstatSync(handle).isFile()) return told('not-a-submission');
    if (size > limits.fileBytes) return told('too-large', `${size}`);
    const bytes = Buffer.alloc(size);
    let at = 0;
    for (let read = 1; at < size && read > 0; at += read) read = readSync(handle, bytes, at, size - at, at);
    return new Uint8Array(bytes.subarray(0, at));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ELOOP' ? told('link') : told('unreadable', code);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
