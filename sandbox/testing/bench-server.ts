import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '#sandbox/parts/serve.ts';
import { settleIn } from '#sandbox/parts/settle-in.ts';

/** A sandbox with its state on disk, for a benchmark in the process that started this one. */
const home = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
const serving = await serve({
  home,
  env: { HANDSON_SANDBOX_SECRET: 'secret-of-the-benchmark' },
  port: 0,
  apiPort: 0,
});
if ('problem' in serving) throw new Error(JSON.stringify(serving.problem));
settleIn();
process.send?.({ endpoint: serving.endpoint });
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() }));
process.on('disconnect', async () => {
  await serving.close();
  rmSync(home, { recursive: true, force: true });
});
