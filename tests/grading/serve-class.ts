import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

export interface ServedClass {
  home: string;
  /** Milliseconds of processor time that serving took so far. */
  cpuMs(): Promise<number>;
  /** As when its machine is gone. */
  kill(): void;
  end(): Promise<void>;
}

/** A class of that size behind real ports, in a process of its own; every call takes `latencyMs`. */
export async function serveClass(size: number, latencyMs: number): Promise<ServedClass> {
  const child: ChildProcess = fork(new URL('./class-server.ts', import.meta.url), [
    String(size),
    String(latencyMs),
  ]);
  const [{ home }] = (await once(child, 'message')) as [{ home: string }];
  return {
    home,
    async cpuMs() {
      child.send('cpu');
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
      return (cpu.user + cpu.system) / 1000;
    },
    kill: () => void child.kill('SIGKILL'),
    async end() {
      const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill();
      await exited;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
