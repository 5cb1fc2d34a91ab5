import { readFileSync } from 'node:fs';

/**
 * The most memory that a process had: as the kernel tells it, or where it does not as the process reported. On Linux
 * that report is no good: it counts what our own process had when it forked.
 */
export function peakMemoryMb(pid: number | undefined, reportedKb: number): number {
  const peak = process.platform === 'linux' ? (statusKb(pid, 'VmHWM') ?? 0) : reportedKb;
  return Math.ceil(peak / 1024);
}

/** Calls `over` when a process has more than it may; only Linux tells. Call the answer to stop. */
export function watchMemory(pid: number | undefined, memoryMb: number, over: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const limitKb = (memoryMb + HEADROOM_MB) * 1024;
  const timer = setInterval(() => {
    if ((statusKb(pid, 'VmRSS') ?? 0) > limitKb) over();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

/** The interpreters of this machine are not Lambda's: code that fits there must not fail here. */
const HEADROOM_MB = 64;
const EVERY_MS = 50;

function statusKb(pid: number | undefined, field: string): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const match = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
}
