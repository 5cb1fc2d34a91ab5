import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settle-in-'));
  await cp(join(import.meta.dirname, 'settle-in.ts'), join(folder, 'settle-in.ts'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Allocates like a server under load, and tells how large the young generation has become. */
const program = (settles: boolean) => `
import { getHeapSpaceStatistics } from 'node:v8';
import { settleIn } from '${join(folder, 'settle-in.ts')}';
${settles ? 'settleIn();' : ''}
const kept = Array.from({ length: 20000 });
for (let at = 0; at < 3_000_000; at += 1) kept[at % kept.length] = { at, text: ['x' + at] };
process.send(getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size);
setInterval(() => {}, 1000);
`;

async function youngGeneration(settles: boolean, cache: string): Promise<number> {
  await writeFile(join(folder, 'main.mjs'), program(settles));
  const child = fork(join(folder, 'main.mjs'), {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, cache) },
  });
  const [size] = (await once(child, 'message')) as [number];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return size;
}

test('a process that has settled in keeps its young generation small, and its compile cache when it is killed', async () => {
  expect(await youngGeneration(false, 'without')).toBeGreaterThan(2 * (await youngGeneration(true, 'with')));
  const cached = (cache: string) => readdir(join(folder, cache), { recursive: true });
  expect((await cached('with')).length).toBeGreaterThan((await cached('without')).length);
});
