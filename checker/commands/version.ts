import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { projectRoot } from '../cli/home.ts';

export async function run(_args: Args, cli: Cli): Promise<ExitCode> {
  const versions = { handson: ownVersion(), node: process.versions.node };
  cli.print(
    cli.json
      ? JSON.stringify({ schema: 'handson.version/1', ...versions })
      : `handson ${versions.handson} (Node ${versions.node})`,
  );
  return exitCodes.yes;
}

function ownVersion(): string {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version;
}
