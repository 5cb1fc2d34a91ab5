import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import type { Patient } from './finding.ts';

export function thisComputer(env: Patient['env']): Patient {
  return {
    platform: process.platform,
    arch: process.arch,
    env,
    nodeVersion: process.versions.node,
    homeDir: homedir(),
    now: Date.now,
    has: (program) => isOnPath(program, env),
    async run(program, args) {
      const result = await execa(program, [...args], {
        env: { ...env },
        extendEnv: false,
        reject: false,
        all: true,
        timeout: 10_000,
        stdin: 'ignore',
      });
      if (result.exitCode === undefined && result.code === 'ENOENT') return undefined;
      return { ok: !result.failed, output: result.all ?? '' };
    },
    async read(file) {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}

async function isOnPath(program: string, env: Patient['env']): Promise<boolean> {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) =>
    endings.map((ending) => path.join(folder, program + ending)),
  );
  const found = await Promise.all(
    candidates.map((file) =>
      access(file, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
