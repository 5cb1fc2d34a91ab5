import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { finishPages } from './finish-pages.ts';
import { hideFromSearch } from './hide-from-search.ts';
import { sidebar } from './sidebar.ts';

// The root is the repository's: lessons stand in content/ and labs in labs/, and Starlight finds translations only there.
export default defineConfig({
  srcDir: '.',
  publicDir: 'site/public',
  outDir: 'site/dist',
  cacheDir: 'node_modules/.cache/astro',
  build: { concurrency: 2 },
  // A page weighs little and asks for little at once; fetching the next one ahead costs every page a script.
  prefetch: false,
  integrations: [
    // First, so that it is done when the search index is made.
    hideFromSearch(),
    starlight({
      title: 'Serverless Hands-on',
      description: 'A course in AWS serverless that you can do, not only read.',
      locales: {
        root: { label: 'English', lang: 'en' },
        ja: { label: '日本語', lang: 'ja' },
        vi: { label: 'Tiếng Việt', lang: 'vi' },
      },
      sidebar: sidebar(),
      customCss: ['./site/styles/site.css'],
      components: {
        Search: './site/overrides/Search.astro',
        Footer: './site/overrides/Footer.astro',
      },
      credits: false,
      expressiveCode: {
        defaultProps: { wrap: true },
        styleOverrides: { borderRadius: '0.4rem' },
        // No lesson marks lines, and every page would carry the styles for it.
        textMarkers: false,
      },
    }),
    // Last, so that it sees the pages as they will be served.
    finishPages(),
  ],
});
