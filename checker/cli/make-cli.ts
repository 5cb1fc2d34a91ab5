import { fill, type Locale } from '#labs/kit/text.ts';
import { paintOf } from '../render/paint.ts';
import type { Cli } from './cli.ts';
import { homeOf } from './home.ts';
import { localeOf } from './locale.ts';

/** The process as far as a command may feel it. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>;
  stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  stderr: { write(text: string): unknown; isTTY?: boolean };
  stdin: { isTTY?: boolean };
  systemLocale(): string;
}

export function thisTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  };
}

export function makeCli(
  line: { locale?: Locale; json?: boolean; plain?: boolean; debug?: boolean },
  terminal: Terminal,
  signal: AbortSignal,
): Cli {
  const { env, stdout, stderr, stdin } = terminal;
  const locale = line.locale ?? localeOf(env, terminal.systemLocale);
  const json = line.json ?? false;
  const plain = (line.plain ?? false) || isSet(env.ACCESSIBLE) || env.TERM === 'dumb';
  return {
    locale,
    json,
    plain,
    debug: line.debug ?? false,
    width: Math.min(stdout.columns ?? (Number(env.COLUMNS) || 80), 100),
    env,
    home: homeOf(env),
    signal,
    print: (text) => stdout.write(`${text}\n`),
    note: (text) => stderr.write(`${text}\n`),
    say: (text, ...values) => fill(text, locale, ...values),
    paint: paintOf(!json && wantsColour(env, stdout.isTTY ?? false)),
    interactive: (stdin.isTTY ?? false) && (stderr.isTTY ?? false) && !json,
  };
}

function wantsColour(env: Terminal['env'], isTerminal: boolean): boolean {
  if (isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
