import { readdir, readFile, readlink } from 'node:fs/promises';

export interface PortHolder {
  pid: number;
  command: string;
}

/** Who listens on a TCP port of this machine, as far as this user may see it. */
export async function portHolder(port: number): Promise<PortHolder | undefined> {
  return (await fromProc(port)) ?? (await fromLsof(port));
}

/** `Port 4566 is in use by node server.js (process 123).` */
export function portInUseText(port: number, holder: PortHolder | undefined): string {
  if (!holder) return `Port ${port} is in use by another process.`;
  return `Port ${port} is in use by ${holder.command} (process ${holder.pid}).`;
}

const listening = '0A';

async function fromProc(port: number): Promise<PortHolder | undefined> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => text(path)));
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const sockets = new Set<string>();
  for (const line of tables.join('\n').split('\n')) {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    if (local?.endsWith(`:${hex}`) && state === listening) sockets.add(`socket:[${inode}]`);
  }
  if (sockets.size === 0) return undefined;
  for (const pid of (await list('/proc')).filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of await list(`/proc/${pid}/fd`)) {
      if (!sockets.has(await link(`/proc/${pid}/fd/${descriptor}`))) continue;
      const command = (await text(`/proc/${pid}/cmdline`)).split('\0').join(' ').trim();
      return { pid: Number(pid), command: command.slice(0, 120) };
    }
  }
  return undefined;
}

async function fromLsof(port: number): Promise<PortHolder | undefined> {
  try {
    const inputs = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
    const { execa } = await import('execa');
    const { stdout } = await execa('lsof', inputs, { timeout: 2000 });
    const pid = /^p(\d+)$/m.exec(stdout)?.[1];
    return pid === undefined
      ? undefined
      : { pid: Number(pid), command: /^c(.+)$/m.exec(stdout)?.[1] ?? 'a process' };
  } catch {
    return undefined;
  }
}

/** Processes end while we look, and those of others cannot be read: both read as nothing. */
async function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function list(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}

async function link(path: string): Promise<string> {
  return readlink(path).catch(() => '');
}
