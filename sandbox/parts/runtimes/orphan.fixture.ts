import { openRuntimes } from './testing.ts';

/** A process of its own for a test that kills it: one environment idle, one busy without end; prints their ids. */
const [, , dir = ''] = process.argv;
const { invoke } = openRuntimes({ dir });
const files = {
  'index.mjs': 'export const handler = async (event) => { if (event.loop) for (;;) {} return process.pid; };',
};
const busy = { files, key: 'busy', timeoutMs: 600_000 };
const pids = [(await invoke({ files, key: 'idle' })).answer, (await invoke(busy)).answer];
void invoke(busy, { loop: true });
setTimeout(() => console.log(JSON.stringify(pids)), 50);
