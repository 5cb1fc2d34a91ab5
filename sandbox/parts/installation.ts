import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webRandom } from '#sandbox/core/random.ts';

/** What this installation alone knows. */
export interface Installation {
  /** The secret access key of every account's administrator. */
  secret: string;
  /** Opens `/_sandbox/…`. */
  token: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads it, or makes it on first use. `HANDSON_SANDBOX_SECRET` (tests, classes) takes the place of the random secret. */
export function installation(home: string, env: Env): Installation {
  const path = join(home, 'installation.json');
  const kept = read(path) ?? create(home, path);
  return { ...kept, ...(env.HANDSON_SANDBOX_SECRET ? { secret: env.HANDSON_SANDBOX_SECRET } : {}) };
}

export class InstallationUnreadable extends Error {
  readonly path: string;

  constructor(path: string) {
    super(
      `${path} is damaged. Move it away, and a new one is made; programs that hold the old secret must be told.`,
    );
    this.name = 'InstallationUnreadable';
    this.path = path;
  }
}

function read(path: string): Installation | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  chmodSync(path, 0o600);
  const found = parsed(text);
  if (typeof found?.secret !== 'string' || typeof found.token !== 'string' || found.token.length < 20) {
    throw new InstallationUnreadable(path);
  }
  return { secret: found.secret, token: found.token };
}

function parsed(text: string): Partial<Installation> | null {
  try {
    return JSON.parse(text) as Partial<Installation> | null;
  } catch {
    return null;
  }
}

/** Linked into place: of two processes that make it at once, both use the one that was first. */
function create(home: string, path: string): Installation {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const { text } = webRandom();
  const made = { secret: text(40, secretAlphabet), token: text(40) };
  const draft = `${path}.${text(8)}.tmp`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return made;
  } catch (error) {
    const first = read(path);
    if (!first) throw error;
    return first;
  } finally {
    rmSync(draft);
  }
}

/** No character that a shell or a configuration file would need quotes for. */
const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
