import { homedir } from 'node:os';
import type { Cli } from './cli.ts';
import { exitCodes } from './exit-codes.ts';
import { asLocale } from './locale.ts';
import { texts } from './main.texts.ts';
import { makeCli, type Terminal, thisTerminal } from './make-cli.ts';
import { parse } from './parse.ts';
import { Told } from './told.ts';

/** Runs one command line and sets the exit code; the only way in. */
export async function main(argv: readonly string[], terminal: Terminal = thisTerminal()): Promise<void> {
  const stop = new AbortController();
  const stopAsked = listenForStop(stop);
  let cli: Cli | undefined;
  try {
    const line = parse(argv);
    cli = makeCli(line, terminal, stop.signal);
    const command = await line.load();
    const code = await command.run(line.args, cli);
    process.exitCode = stop.signal.aborted && code !== exitCodes.yes ? exitCodes.stopped : code;
  } catch (error) {
    cli ??= makeCli(wordsOf(argv), terminal, stop.signal);
    process.exitCode = stop.signal.aborted ? exitCodes.stopped : report(error, cli);
  } finally {
    stopAsked.forget();
  }
}

/** What a line that could not be read says of how it wants to be answered. */
function wordsOf(argv: readonly string[]): Parameters<typeof makeCli>[0] {
  const joined = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const at = argv.indexOf('--lang');
  const locale = asLocale(joined ?? (at < 0 ? undefined : argv[at + 1]) ?? '');
  return { debug: argv.includes('--debug'), ...(locale ? { locale } : {}) };
}

/** Says what happened; a stack only with `--debug`. Returns the exit code. */
function report(error: unknown, cli: Cli): number {
  if (error instanceof Told) {
    cli.note(`handson: ${error.tell(cli.locale)}`);
    if (cli.debug && error.cause instanceof Error) cli.note(error.cause.stack ?? '');
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  cli.note(`handson: ${cli.say(texts.ourFault, { message: withoutHome(message) })}`);
  if (cli.debug && error instanceof Error) cli.note(error.stack ?? '');
  return exitCodes.ourFault;
}

/** A message that may be pasted into a report should not carry the reporter's name. */
function withoutHome(message: string): string {
  return message.replaceAll(homedir(), '~');
}

/** The first Ctrl-C asks the command to end; the second ends the process. */
function listenForStop(stop: AbortController) {
  const ask = () => {
    if (stop.signal.aborted) process.kill(process.pid, 'SIGKILL');
    stop.abort(new Error('stopped'));
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  return {
    forget() {
      process.off('SIGINT', ask);
      process.off('SIGTERM', ask);
    },
  };
}
