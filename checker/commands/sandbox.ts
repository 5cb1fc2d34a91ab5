import { fill } from '#labs/kit/text.ts';
import { runningSandbox } from '#sandbox/parts/attach.ts';
import { envLines, type Shell, shells } from '#sandbox/parts/env-lines.ts';
import { type ServeProblem, serve } from '#sandbox/parts/serve.ts';
import { settleIn } from '#sandbox/parts/settle-in.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { sandboxProblemText, stateProblemText } from '../target/sandbox-problem.ts';
import { readTarget } from '../target/target-file.ts';
import { texts } from './sandbox.texts.ts';

/** Runs the sandbox alone until Ctrl-C, or prints the variables of the one that runs. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const shell = args.value('env');
  if (shell !== undefined) return printEnv(shell, cli);
  const served = await serve({
    home: cli.home,
    env: cli.env,
    memory: args.flag('memory'),
    reset: args.flag('reset'),
    outbound: args.flag('outbound'),
    ...portOf(args, 'port', 'port'),
    ...portOf(args, 'api-port', 'apiPort'),
    failed: (error) => cli.debug && cli.note(String(error)),
  });
  if ('problem' in served) throw problemTold(served.problem);
  if (served.setAside) cli.note(stateProblemText(served.setAside, cli.locale));
  if (cli.json) {
    cli.print(
      JSON.stringify({
        schema: 'handson.sandbox/1',
        endpoint: served.endpoint,
        apiEndpoint: served.apiEndpoint,
        pid: process.pid,
      }),
    );
  } else {
    cli.print(cli.say(texts.runs, { endpoint: served.endpoint }));
    cli.print(cli.say(texts.apis, { endpoint: served.apiEndpoint }));
    cli.print(cli.say(texts.howTo));
    cli.print(`  eval "$(npx handson sandbox --env sh)"`);
    cli.print(cli.say(texts.rights));
  }
  settleIn();
  await new Promise<void>((resolve) => cli.signal.addEventListener('abort', () => resolve(), { once: true }));
  await served.close();
  return exitCodes.yes;
}

function printEnv(word: string, cli: Cli): ExitCode {
  const shell = shells.find((one) => one === word);
  if (!shell)
    throw new Told(exitCodes.usage, (locale) =>
      fill(texts.noShell, locale, { shell: word, known: shells.join(', ') }),
    );
  const running = runningSandbox({ home: cli.home, env: cli.env });
  if (!running) throw new Told(exitCodes.cannotTell, (locale) => fill(texts.noneRuns, locale));
  const target = readTarget(cli.home);
  const place = target.kind === 'sandbox' ? { account: target.account, region: target.region } : {};
  cli.print(envLines(shell as Shell, { ...running, ...place }).trimEnd());
  return exitCodes.yes;
}

function portOf(args: Args, option: string, name: 'port' | 'apiPort'): { port?: number; apiPort?: number } {
  const word = args.value(option);
  if (word === undefined) return {};
  const port = Number(word);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Told(exitCodes.usage, (locale) => fill(texts.badPort, locale, { port: word }));
  }
  return { [name]: port };
}

export function problemTold(problem: ServeProblem): Told {
  return new Told(exitCodes.cannotTell, (locale) => sandboxProblemText(problem, locale));
}
