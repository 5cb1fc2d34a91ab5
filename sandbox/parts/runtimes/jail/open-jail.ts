import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { homedir, release } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLanguages, within } from '../languages.ts';
import { crowdOf } from './crowd.ts';
import { type FromJail, lineReader, type ToJail } from './frames.ts';
import { SHUT_IN } from './shell.ts';

export interface JailLimits {
  /** Resident memory of everything in it. */
  memoryMb: number;
  processes: number;
  /** From its opening to its end. */
  ms: number;
  /** What can be written, in memory. */
  diskMb: number;
}

export const jailLimits: JailLimits = { memoryMb: 768, processes: 48, ms: 150_000, diskMb: 96 };

export interface Jail {
  send(frame: ToJail): void;
  /** Why it was ended, once it was. */
  ended(): string | undefined;
  close(why?: string): Promise<void>;
}

/** Opens a jail and looks at it from inside; a string says why this machine cannot, and then nothing may run. */
export async function openJail(
  hear: (frame: FromJail) => void,
  over: (why: string) => void,
  limits: JailLimits = jailLimits,
): Promise<Jail | string> {
  if (process.platform !== 'linux') return `${process.platform} has no such namespaces`;
  const tools = findTools();
  if (typeof tools === 'string') return tools;
  const place = await placeOf();
  // Hidden by the jail's own root, in its own view of the mounts alone: so nothing is made here, and nothing is left.
  const root = ['/mnt', '/media', '/srv', '/sys'].find(
    (folder) => existsSync(folder) && !place.shown.some((path) => within(path, folder)),
  );
  if (root === undefined) return 'there is no folder to mount on';
  const hidden = place.shown.find((path) => within(path, '/tmp'));
  if (hidden !== undefined) return `${hidden} lies in /tmp, where the jail has a folder of its own`;
  // The kernel ends it with the thread that opened it: nobody would watch over it then.
  const line = ['--pdeathsig', 'KILL', '--', tools.unshare, ...argsOf(root, tools, place, limits)];
  const child = spawn(tools.setpriv, line, {
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let why: string | undefined;
  const end = (reason: string) => {
    if (why !== undefined) return;
    why = reason;
    child.kill('SIGKILL');
  };
  const gone = goneOf(child).then((said) => {
    clearInterval(watch);
    clearTimeout(tooLong);
    why ??= said || 'it ended by itself';
    over(why);
  });
  const watch = setInterval(() => {
    const { processes, memoryMb } = crowdOf(child.pid ?? 0, limits.processes + 3);
    // `unshare` and the shell's traces are not counted against the learner.
    if (processes > limits.processes + 2) end(`more than ${limits.processes} processes`);
    else if (memoryMb > limits.memoryMb) end(`more than ${limits.memoryMb} MB of memory`);
  }, 100);
  const tooLong = setTimeout(() => end(`longer than ${limits.ms / 1000} s`), limits.ms);
  const view = await firstView(child, hear, end, gone);
  const fault = typeof view === 'string' ? view : faultOf(view, place.shown);
  if (fault !== undefined) {
    end(fault);
    await gone;
    // What a program said when it failed is the better reason.
    return why ?? fault;
  }
  return {
    send: (frame) => void child.stdin.write(`${JSON.stringify(frame)}\n`),
    ended: () => why,
    async close(reason = 'it was closed') {
      end(reason);
      await gone;
    },
  };
}

type Tools = Readonly<Record<(typeof toolNames)[number], string>>;
const toolNames = ['unshare', 'ip', 'pivot_root', 'setpriv', 'prlimit', 'mount', 'umount'] as const;

/** By absolute path, and none that the learner could have put there. */
function findTools(): Tools | string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
  const found = toolNames.map((name) => [
    name,
    folders.map((folder) => join(folder, name)).find((path) => path.startsWith('/') && existsSync(path)),
  ]);
  const missing = found.filter(([, path]) => path === undefined).map(([name]) => name);
  return missing.length > 0 ? `missing: ${missing.join(', ')}` : (Object.fromEntries(found) as Tools);
}

interface Place {
  shown: string[];
  python: string;
}

/** What is to be seen inside: this Node, the SDK, our own bootstraps, and where there is one the machine's Python. */
async function placeOf(): Promise<Place> {
  const project = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
  const language = await findLanguages({})('python3.13');
  const python = typeof language === 'string' ? undefined : language;
  const system = [
    '/usr',
    '/bin',
    '/sbin',
    '/lib',
    '/lib32',
    '/lib64',
    '/etc/ld.so.cache',
    '/etc/alternatives',
  ];
  const own = [
    process.execPath,
    join(project, 'sandbox'),
    join(project, 'node_modules'),
    join(project, 'package.json'),
  ];
  const shown = system.filter((path) => existsSync(path));
  for (const path of [...own, ...(python?.needs ?? [])].map((one) => realpathSync(one))) {
    if (path !== '/' && path !== homedir() && !shown.some((known) => within(path, known))) shown.push(path);
  }
  return { shown, python: python?.command ?? '' };
}

function argsOf(root: string, tools: Tools, { shown, python }: Place, limits: JailLimits): string[] {
  // Before 5.14 the kernel counted all processes of the user, so that a limit would hit the wrong ones.
  const [major = 0, minor = 0] = release().split('.').map(Number);
  const counts = major > 5 || (major === 5 && minor >= 14);
  // Threads count too, and Node has a dozen.
  const most = counts ? limits.processes * 16 : 0;
  const host = fileURLToPath(new URL('./host.ts', import.meta.url));
  const hidden = [homedir(), '/home', '/root', '/var', '/proc/1', '/sys', '/run'].filter(
    (path) => path !== '/',
  );
  return [
    ...['-r', '-m', '-n', '-p', '-i', '-f', '--kill-child=KILL', '/bin/sh', '-c', SHUT_IN, 'sh'],
    ...[root, tools.ip, tools.pivot_root, tools.setpriv, tools.prlimit, String(most), `${limits.diskMb}m`],
    ...shown,
    '--',
    ...[process.execPath, '--max-old-space-size=128', host, '/usr', python, ...hidden],
  ];
}

/** Before any code is sent in: what the first process sees tells whether the walls stand. */
function firstView(
  child: ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> },
  hear: (frame: FromJail) => void,
  end: (why: string) => void,
  gone: Promise<void>,
): Promise<View | string> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('it did not start'), 15_000);
    let opened = false;
    const read = lineReader(
      32 * 1024 * 1024,
      (line) => {
        const frame = parsed(line);
        if (!frame) return end('it spoke out of turn');
        if (opened) return hear(frame);
        opened = true;
        clearTimeout(late);
        resolve(frame.type === 'ready' ? frame.view : 'it spoke out of turn');
      },
      () => end('it sent too much'),
    );
    child.stdout.on('data', read);
    child.stdin?.on('error', () => {});
    void gone.then(() => {
      clearTimeout(late);
      resolve('it did not start');
    });
  });
}

type View = Extract<FromJail, { type: 'ready' }>['view'];

function faultOf({ networks, folders, writes }: View, shown: readonly string[]): string | undefined {
  if (networks.some((name) => name !== 'lo')) return 'the network can be reached';
  const open = Object.entries(folders).flatMap(([folder, names]) => names.map((name) => join(folder, name)));
  // Programs may lie in somebody's home: then the way to them is there, and nothing else.
  const foreign = open.find((path) => !shown.some((one) => within(one, path) || within(path, one)));
  if (foreign !== undefined) return `${foreign} can be seen`;
  return writes ? 'programs can be written to' : undefined;
}

function parsed(line: string): FromJail | undefined {
  try {
    const frame = JSON.parse(line) as FromJail | null;
    return frame !== null && typeof frame === 'object' ? frame : undefined;
  } catch {
    return undefined;
  }
}

/** The last line of what was said on the way, where something failed. */
function goneOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  return new Promise((resolve) => {
    const over = () => resolve(said.trim().split('\n').at(0) ?? '');
    child.once('close', over);
    child.once('error', (error) => resolve(error.message));
  });
}
