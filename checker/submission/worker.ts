import { parentPort, workerData } from 'node:worker_threads';
import { labs } from '#labs/all.ts';
import { jailedRuntimes } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import type { WorkerTask } from './in-worker.ts';
import { lookIn } from './look-in.ts';

/** One file in a thread of its own: what it holds can neither reach another learner's nor hold up the others. */
const { bytes, labs: asked, runCode } = workerData as WorkerTask;
const chosen = await Promise.all(labs.filter(({ id }) => asked.includes(id)).map(({ load }) => load()));
parentPort?.postMessage(
  await lookIn(bytes, {
    labs: chosen,
    ...(runCode ? { runtimes: (fetchAws) => jailedRuntimes({ fetchAws }) } : {}),
  }),
);
