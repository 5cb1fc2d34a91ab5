import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What a frame of code says of itself is for the ear: in the search's excerpts it is noise. Must come before the index. */
export function hideFromSearch(): AstroIntegration {
  return {
    name: 'hide-from-search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for await (const file of glob('**/*.html', { cwd: root })) {
          const place = path.join(root, file);
          const html = await readFile(place, 'utf8');
          await writeFile(place, html.replace(frameName, '$1 data-pagefind-ignore$2'));
        }
      },
    },
  };
}

const frameName = /(<span class="title"><\/span><span class="sr-only")(>)/g;
