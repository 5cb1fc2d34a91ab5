import { chmod, copyFile, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ZipEntry } from '#sandbox/core/parts.ts';
import type { RunRequest } from '#sandbox/core/runtimes.ts';
import { fileOf, type Language, within } from './languages.ts';

/** The files of one function version, laid out as Lambda does: `var/task`, `var/runtime`, `opt`. Environments share it. */
export interface Image {
  folder: string;
  task: string;
  runtime: string;
  opt: string;
  /** The bootstrap's own file name. */
  bootstrap: string;
}

export async function makeImage(folder: string, request: RunRequest, language: Language): Promise<Image> {
  try {
    return await fill(folder, request, language);
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

async function fill(folder: string, request: RunRequest, language: Language): Promise<Image> {
  const image = {
    folder,
    task: join(folder, 'var/task'),
    runtime: join(folder, 'var/runtime'),
    opt: join(folder, 'opt'),
    bootstrap: basename(fileOf(language.bootstrap[0] ?? new URL(import.meta.url))),
  };
  await Promise.all([image.task, image.opt, join(image.runtime, 'node_modules')].map(makeFolder));
  // As recorded, whatever this user's umask is.
  await Promise.all([image.task, image.opt].map((each) => chmod(each, 0o755)));
  const [code, layers] = await Promise.all([request.code(), request.layers()]);
  await Promise.all([unpack(code, image.task), addRuntime(image.runtime, language)]);
  // Later layers win over earlier ones, so they are unpacked in order.
  for (const layer of layers) await unpack(layer, image.opt);
  await showHost(join(folder, 'var'), '/var');
  if (language.needs.some((path) => within(path, '/opt'))) await showHost(image.opt, '/opt');
  return image;
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
}

async function unpack(entries: ZipEntry[], folder: string): Promise<void> {
  const folders = new Set(entries.map((entry) => dirname(inside(folder, entry.path))));
  for (const each of folders) await makeFolder(each);
  const queue = entries[Symbol.iterator]();
  await Promise.all(Array.from({ length: WRITERS }, () => writeAll(queue, folder)));
}

const WRITERS = 8;

async function writeAll(queue: Iterator<ZipEntry> & Iterable<ZipEntry>, folder: string): Promise<void> {
  for (let step = queue.next(); !step.done; step = queue.next()) {
    const { path, bytes, mode } = step.value;
    const file = inside(folder, path);
    await writeFile(file, bytes);
    // Lambda reads what its user may not: only the execute bits make a difference here.
    await chmod(file, 0o644 | (mode & 0o111));
  }
}

/** The reader of archives refuses such paths already; nothing is written outside even if another one is handed in. */
function inside(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!within(file, folder) || file === folder) throw new Error(`The code holds an unsafe path: ${path}`);
  return file;
}

async function addRuntime(folder: string, language: Language): Promise<void> {
  await Promise.all(
    language.bootstrap.map((url) => copyFile(fileOf(url), join(folder, basename(fileOf(url))))),
  );
  await Promise.all(Object.entries(language.packages).map(([name, path]) => link(path, join(folder, name))));
}

/** Windows lets only administrators link: there the packages are copied. */
async function link(from: string, to: string): Promise<void> {
  try {
    await symlink(from, to, 'junction');
  } catch {
    await cp(from, to, { recursive: true });
  }
}

/** Mounted over a folder of the host, ours would hide what else is in it: links lead on to that. */
async function showHost(folder: string, host: string): Promise<void> {
  if (process.platform !== 'linux') return;
  await makeFolder(join(folder, HOST));
  const own = new Set(await readdir(folder));
  const theirs = await readdir(host).catch(() => []);
  await Promise.all(
    theirs
      .filter((name) => !own.has(name))
      .map((name) => symlink(`${host}/${HOST}/${name}`, join(folder, name))),
  );
}

const HOST = '.host';

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
