import { execa } from 'execa';

/** Types inside `.astro` files, which tsc does not read. Nothing is told to anybody about it. */
const { exitCode } = await execa(
  'astro',
  ['check', '--config', 'site/astro.config.ts', '--tsconfig', 'site/tsconfig.json'],
  { preferLocal: true, stdio: 'inherit', reject: false, env: { ASTRO_TELEMETRY_DISABLED: '1' } },
);
process.exitCode = exitCode ?? 1;
