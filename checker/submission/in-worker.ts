import { Worker } from 'node:worker_threads';
import type { LookedAt } from './look-in.ts';
import type { FileProblem, FileProblemKind } from './read-submission.ts';

export interface WorkerTask {
  bytes: Uint8Array;
  /** Ids of the labs to look at. */
  labs: readonly string[];
  /** Given: the learner's code runs too, with programs found on this path. */
  runCode?: { path: string };
}

export interface WorkerLimits {
  ms: number;
  memoryMb: number;
}

/** Looks at one file in a thread that is ended when it takes too long or too much; it never throws for what is in it. */
export function lookInWorker(
  task: WorkerTask,
  { ms, memoryMb }: WorkerLimits,
  signal?: AbortSignal,
): Promise<LookedAt | { problem: FileProblem }> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      // Nothing of the instructor's environment, and nothing that it prints reaches the terminal.
      env: task.runCode ? { PATH: task.runCode.path } : {},
      argv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    const over = (result: LookedAt | { problem: FileProblem }) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(result);
      void worker.terminate();
    };
    const ended = (kind: FileProblemKind) => over({ problem: { kind, place: '' } });
    const timer = setTimeout(() => ended('took-too-long'), ms);
    const stop = () => ended('took-too-long');
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', over);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      ended(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'crashed'),
    );
    worker.once('exit', () => ended('crashed'));
  });
}
