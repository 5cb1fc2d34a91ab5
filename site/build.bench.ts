import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import type { Bench } from '#scripts/bench-kit.ts';

const root = path.resolve(import.meta.dirname, '..');
const made = ['site', 'content', 'labs', 'checker', 'content.config.ts', 'package.json', 'tsconfig.json'];
const batch = 60;
const batches = 4;

/** The whole site, and then copies of real lessons beside it, batch by batch. */
export const bench: Bench = {
  name: 'Building the site (npm run site)',
  async run() {
    const copy = await copyOfProject();
    try {
      await build(copy);
      const builds = [await build(copy)];
      const size = await sizeOf(path.join(copy, 'site/dist'));
      for (let at = 0; at < batches; at++) {
        await addPages(copy, at);
        builds.push(await build(copy));
      }
      const work = builds.map(({ cpu }) => cpu);
      const each = work.slice(1).map((ms, at) => (ms - (work[at] ?? 0)) / batch);
      const mean = (part: readonly number[]) => part.reduce((sum, ms) => sum + ms, 0) / part.length;
      const half = batches / 2;
      return [
        {
          what: 'full build, packed forms and search index',
          value: seconds(builds[0]?.wall),
          goal: 'at most 20 s',
        },
        { what: 'pages, and megabytes on disk', value: `${size.pages}, ${size.megabytes.toFixed(1)} MB` },
        { what: 'processor time of it', value: seconds(work[0]) },
        { what: `with ${batches} × ${batch} more pages`, value: work.slice(1).map(seconds).join(', ') },
        { what: 'processor time of a page more', value: `${mean(each).toFixed(0)} ms` },
        {
          what: 'a page more, later batches to earlier ones',
          value: `${(mean(each.slice(half)) / mean(each.slice(0, half))).toFixed(2)} ×`,
          goal: 'about 1: growth is linear',
        },
      ];
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  },
};

/** Inside the project, where packages are found from, with a cache and an output of its own. */
async function copyOfProject(): Promise<string> {
  await mkdir(path.join(root, '.handson'), { recursive: true });
  const copy = await mkdtemp(path.join(root, '.handson/build-bench-'));
  for (const name of made)
    await cp(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (file) => file !== path.join(root, 'site/dist'),
    });
  return copy;
}

const buildAndTell = `
  const { buildSite } = await import('./site/build.ts');
  await buildSite({ quiet: true });
  const { user, system } = process.cpuUsage();
  console.log(\`\\n\${(user + system) / 1000}\`);
`;

/** In a process of its own, as `npm run site` has it: milliseconds on the clock, and of the processors' work. */
async function build(copy: string): Promise<{ wall: number; cpu: number }> {
  const began = performance.now();
  const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', buildAndTell], {
    cwd: copy,
    stderr: 'ignore',
  });
  return { wall: performance.now() - began, cpu: Number(stdout.split('\n').at(-1)) };
}

/** A third of the batch in each language, copies of a lesson with code, tabs, drawings and a quiz. */
async function addPages(copy: string, at: number): Promise<void> {
  for (const language of ['', 'ja', 'vi']) {
    const docs = path.join(copy, 'content/docs', language);
    for (let page = 0; page < batch / 3; page++)
      await cp(path.join(docs, '2-3-lab-2.mdx'), path.join(docs, `more-${at}-${page}.mdx`));
  }
}

async function sizeOf(dir: string): Promise<{ pages: number; megabytes: number }> {
  const { stdout } = await execa('du', ['-sk', dir]);
  const files = await readdir(dir, { recursive: true });
  return {
    pages: files.filter((file) => file.endsWith('.html')).length,
    megabytes: Number(stdout.split('\t')[0]) / 1024,
  };
}

function seconds(time: number | undefined): string {
  return `${((time ?? Number.NaN) / 1000).toFixed(1)} s`;
}
