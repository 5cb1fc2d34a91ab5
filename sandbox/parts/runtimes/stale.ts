import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder } from './image.ts';

/** Removes what processes that were killed have left; the folder's name says whose it is. */
export async function removeStale(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = Number(/^runtimes-(\d+)-/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) await removeFolder(join(dir, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is running all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
