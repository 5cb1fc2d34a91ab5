import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** How one runtime's functions are run on what this machine has. */
export interface Language {
  name: 'python' | 'nodejs';
  command: string;
  args: string[];
  /** Copied to `/var/runtime`; the first one is started. */
  bootstrap: URL[];
  /** What Lambda brings along besides the language: links in `/var/runtime`, by name. */
  packages: Record<string, string>;
  /** Folders that the language is read from: they must stay visible. */
  needs: string[];
}

/** The languages of this machine, each looked for once. A string instead says what to install. */
export function findLanguages(options: { python?: string; node?: string }) {
  let python: Promise<Language | string> | undefined;
  const nodes = new Map<string, Language>();
  return async (runtime: string): Promise<Language | string> => {
    if (/^nodejs(22|24)\.x$/.test(runtime)) {
      // Looking for the SDK's folders takes a twentieth of a warm invocation.
      const found = nodes.get(runtime) ?? nodejs(options.node ?? process.execPath, runtime);
      nodes.set(runtime, found);
      return found;
    }
    if (!/^python3\.1[234]$/.test(runtime)) return notHere(runtime);
    python ??= findPython(options.python ?? (process.platform === 'win32' ? 'python' : 'python3'));
    return python;
  };
}

function notHere(runtime: string): string {
  return `The sandbox does not run ${runtime}: it runs python3.12, python3.13, python3.14, nodejs22.x and nodejs24.x. The function is stored, and would run on AWS.`;
}

function nodejs(command: string, runtime: string): Language {
  const packages = Object.fromEntries(
    ['@aws-sdk', '@smithy'].map((scope) => [`node_modules/${scope}`, scopeFolder(scope)]),
  );
  const asBefore = ['--no-experimental-require-module', '--no-experimental-detect-module'];
  return {
    name: 'nodejs',
    command,
    args: runtime === 'nodejs22.x' ? asBefore : [],
    bootstrap: NODE_FILES,
    packages,
    needs: [command, ...Object.values(packages)],
  };
}

const NODE_FILES = [
  new URL('./nodejs/bootstrap.mjs', import.meta.url),
  new URL('./nodejs/api.mjs', import.meta.url),
  new URL('./nodejs/console.mjs', import.meta.url),
  new URL('./nodejs/errors.mjs', import.meta.url),
  new URL('./nodejs/load.mjs', import.meta.url),
  new URL('./nodejs/log.mjs', import.meta.url),
  new URL('./nodejs/run.mjs', import.meta.url),
];

/** The SDK that functions get is the one that the project itself stands on. */
function scopeFolder(scope: string): string {
  const [one] = scope === '@smithy' ? ['@smithy/core'] : ['@aws-sdk/client-dynamodb'];
  const file = createRequire(import.meta.url).resolve(`${one}/package.json`);
  return dirname(dirname(file));
}

async function findPython(command: string): Promise<Language | string> {
  const found = await askPython(command);
  if (!found)
    return `Python functions run on your own Python, and none was found (${command}). ${howToInstall()}`;
  if (found.version < '3.09') {
    return `Python functions need Python 3.9 or newer; ${found.executable} is older. ${howToInstall()}`;
  }
  return {
    name: 'python',
    command: found.executable,
    args: ['-I', '-S', '-B', '-X', 'utf8'],
    bootstrap: [new URL('./python/bootstrap.py', import.meta.url)],
    packages: found.packages,
    needs: [found.executable, ...found.folders, ...Object.values(found.packages)],
  };
}

interface PythonFound {
  executable: string;
  /** `3.09`, `3.14`: two digits, so that text compares right. */
  version: string;
  folders: string[];
  packages: Record<string, string>;
}

async function askPython(command: string): Promise<PythonFound | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, ['-c', QUESTION], { timeout: 10_000 });
    return JSON.parse(stdout) as PythonFound;
  } catch {
    return undefined;
  }
}

/** Only boto3 and what it stands on: a function that imports more must bring it, as on AWS. */
const QUESTION = `
import importlib.util, json, os, re, sys
names = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "six", "urllib3")
packages = {}
for name in names:
    spec = importlib.util.find_spec(name)
    if not spec or not spec.origin:
        continue
    path = os.path.dirname(spec.origin) if spec.submodule_search_locations else spec.origin
    packages[os.path.basename(path)] = os.path.realpath(path)
    pattern = re.compile("^(python_)?" + name + r"-.*\\.(dist|egg)-info$")
    for entry in os.listdir(os.path.dirname(path)):
        if pattern.match(entry):
            packages[entry] = os.path.realpath(os.path.join(os.path.dirname(path), entry))
print(json.dumps({
    "executable": sys.executable,
    "version": "%d.%02d" % sys.version_info[:2],
    "folders": [sys.prefix, sys.base_prefix, os.path.realpath(sys.executable)],
    "packages": packages,
}))
`;

function howToInstall(): string {
  const how: Record<string, string> = {
    darwin: 'Install it with `brew install python` or from https://www.python.org/downloads/.',
    win32: 'Install it with `winget install Python.Python.3.14` and open a new terminal.',
    linux: existsSync('/etc/fedora-release')
      ? 'Install it with `sudo dnf install python3 python3-boto3`.'
      : 'Install it with `sudo apt install python3 python3-boto3` (or as your distribution does it).',
  };
  return how[process.platform] ?? 'Install it from https://www.python.org/downloads/.';
}

export function fileOf(url: URL): string {
  return fileURLToPath(url);
}

export function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(join(folder, '/'));
}
