import { fileURLToPath } from 'node:url';

/** Builds the whole site into site/dist. Astro is loaded late: who only asks whether to build does not wait for it. */
export async function buildSite(options: { quiet?: boolean } = {}): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: 'site/astro.config.ts',
    mode: 'production',
    logLevel: options.quiet === true ? 'error' : 'info',
  });
}

if (import.meta.main) await buildSite();
