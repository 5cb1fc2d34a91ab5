import { readdirSync, readFileSync } from 'node:fs';

export interface Crowd {
  processes: number;
  memoryMb: number;
}

/** A process with all that came of it, as the kernel tells it; in a namespace of processes none can leave the tree. */
export function crowdOf(pid: number, most: number): Crowd {
  const waiting = [pid];
  let [processes, kilobytes] = [0, 0];
  while (waiting.length > 0 && processes <= most) {
    const one = waiting.pop() as number;
    processes++;
    kilobytes += residentKb(one);
    waiting.push(...childrenOf(one));
  }
  return { processes, memoryMb: Math.round(kilobytes / 1024) };
}

function residentKb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
