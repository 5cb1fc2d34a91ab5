import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newClass, writeClass } from '#checker/grading/class-file.ts';
import { writeTarget } from '#checker/target/target-file.ts';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import { identity } from '#sandbox/identity/identity.ts';
import { nodeParts } from '#sandbox/parts/node-parts.ts';
import { claim } from '#sandbox/parts/owner-lock.ts';
import { openPorts } from '#sandbox/parts/servers.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { standing } from '../labs/standing.ts';
import { region } from '../labs/world.ts';
import { castMoulds, instructor } from './moulds.ts';
import { faultsOf, pour, pupilsOf } from './pour.ts';

/** A class of any size in a process of its own, behind real ports, for the command line to grade. */
const [count, latencyMs] = process.argv.slice(2).map(Number) as [number, number];
const home = mkdtempSync(path.join(tmpdir(), 'handson-class-'));
const pupils = pupilsOf(await castMoulds(await standing()), count);

const store = memoryStore();
for (const pupil of pupils) for (const [key, value] of pour(pupil)) store.put(key, value);
const sandbox: Sandbox = createSandbox({
  secret: 'secret-of-the-class',
  identity,
  parts: nodeParts({
    store,
    runtimesFolder: path.join(home, 'run'),
    fetchAws: (request) => sandbox.fetch(request),
  }),
});
sandbox.faults.set({ latencyMs });
for (const rule of faultsOf(pupils)) sandbox.faults.add(rule);

const ports = await openPorts(sandbox, 'token-of-the-class', { port: 0, apiPort: 0 });
const claimed = claim(path.join(home, 'sandbox'), randomUUID());
if ('problem' in ports || !('ownership' in claimed)) throw new Error('the class cannot be served');
claimed.ownership.announce({ port: ports.port, apiPort: ports.apiPort, secret: 'secret-of-the-class' });

writeTarget(home, { kind: 'sandbox', account: instructor, region, prefix: '' });
writeClass(home, {
  ...newClass({ name: 'large', instructor, region, at: '2026-01-01T00:00:00Z' }),
  learners: pupils.map(({ learner }) => ({
    ...learner,
    access: { verdict: 'safe', at: '2026-01-01T00:00:00Z' },
  })),
});
process.send?.({ home });
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => {
  // Held until here: the lock ends with whoever forgets it.
  claimed.ownership.release();
  process.kill(process.pid);
});
