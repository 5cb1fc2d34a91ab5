import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Image, removeFolder } from './image.ts';
import { type Language, within } from './languages.ts';

/** What this machine can do to make a process feel at home, found out once. */
export interface Isolation {
  /** `/var/task`, `/var/runtime`, `/opt` and `/tmp` are real paths, in a mount namespace of the process's own. */
  mounts: boolean;
  /** The kernel ends the process with us. */
  dieWithParent: boolean;
  tools: Tools;
}

/** By absolute path: a function may have a `PATH` of its own. */
interface Tools {
  unshare: string;
  mount: string;
  setpriv: string;
}

export async function probeIsolation(folder: string, wanted: boolean): Promise<Isolation> {
  const tools = await findTools();
  if (process.platform !== 'linux') return { mounts: false, dieWithParent: false, tools };
  const [mounts, dieWithParent] = await Promise.all([
    wanted ? probeMounts(folder, tools) : false,
    succeeds(tools.setpriv, [...DIE_WITH_PARENT, '/bin/sh', '-c', ':']),
  ]);
  return { mounts, dieWithParent, tools };
}

export interface Launch {
  command: string;
  args: string[];
  cwd: string;
}

export function launchOf(
  image: Image,
  tmp: string,
  language: Language,
  isolation: Isolation,
  mark: string,
  wrapper?: string,
): Launch {
  const runtime = isolation.mounts ? '/var/runtime' : image.runtime;
  const watch = isolation.dieWithParent ? '-' : 'watch';
  const run = [language.command, ...language.args, join(runtime, image.bootstrap), mark, watch];
  if (process.platform === 'win32') return { command: language.command, args: run.slice(1), cwd: image.task };
  const whole = [
    ...(isolation.dieWithParent ? [isolation.tools.setpriv, ...DIE_WITH_PARENT] : []),
    ...(wrapper ? [wrapper] : []),
    ...run,
  ];
  if (!isolation.mounts) {
    return { command: '/bin/sh', args: ['-c', 'exec "$@" 2>&1', 'sh', ...whole], cwd: image.task };
  }
  return {
    ...mounted(image.folder, tmp, mayHideTmp(language) ? 'hide' : '-', whole, isolation.tools),
    cwd: '/',
  };
}

const DIE_WITH_PARENT = ['--pdeathsig', 'KILL', '--'];

/** Whether `/tmp` can be the environment's own: not when the language itself lives below the machine's. */
export function mayHideTmp(language: Language): boolean {
  return !language.needs.some((path) => within(path, '/tmp'));
}

function mounted(folder: string, tmp: string, hideTmp: string, run: string[], tools: Tools) {
  return {
    command: tools.unshare,
    args: ['-rm', '/bin/sh', '-c', MOUNT, 'sh', tools.mount, folder, tmp, hideTmp, ...run],
  };
}

/** Each mount hides a folder of the machine from this process alone, and `.host` in it leads back to what was there. */
const MOUNT = `
exec 2>&1
mount=$1 folder=$2 tmp=$3 hide_tmp=$4
shift 4
if [ -d "$folder/opt/.host" ]; then "$mount" --rbind /opt "$folder/opt/.host" || exit 125; fi
"$mount" --rbind /var "$folder/var/.host" &&
"$mount" --rbind "$folder/opt" /opt &&
"$mount" --rbind "$folder/var" /var || exit 125
"$mount" --bind -o ro /var/task /var/task 2>/dev/null
if [ "$hide_tmp" = hide ]; then "$mount" --bind "$tmp" /tmp || exit 125; fi
cd /var/task && unset OLDPWD && exec "$@"
`;

/** The mounts are tried as they will be used: a kernel or a security module may allow one part and refuse another. */
async function probeMounts(base: string, tools: Tools): Promise<boolean> {
  const folder = await mkdtemp(join(base, 'probe-'));
  const paths = ['var/task', 'var/.host', 'opt/.host', 'tmp'].map((path) => join(folder, path));
  for (const path of paths) await mkdir(path, { recursive: true });
  await writeFile(join(folder, 'var/task/here'), '');
  const test = ['/bin/sh', '-c', 'test -f /var/task/here && test -d /opt/.host && touch /tmp/there'];
  const { command, args } = mounted(folder, join(folder, 'tmp'), 'hide', test, tools);
  const works = await succeeds(command, args);
  await removeFolder(folder);
  return works;
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args, { timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

async function findTools(): Promise<Tools> {
  const [unshare, mount, setpriv] = await Promise.all(['unshare', 'mount', 'setpriv'].map(pathOf));
  return { unshare: unshare ?? '', mount: mount ?? '', setpriv: setpriv ?? '' };
}

async function pathOf(tool: string): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, tool);
    if (await isExecutable(path)) return path;
  }
  return tool;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
