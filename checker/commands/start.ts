import path from 'node:path';
import { runningSandbox } from '#sandbox/parts/attach.ts';
import { serve } from '#sandbox/parts/serve.ts';
import { settleIn } from '#sandbox/parts/settle-in.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { projectRoot } from '../cli/home.ts';
import { classNames } from '../grading/class-file.ts';
import { buildSite } from '../runner/build-site.ts';
import { openBrowser } from '../runner/open-browser.ts';
import { announceRunner, type RunningRunner, runningRunner } from '../runner/running-runner.ts';
import { type Runner, startRunner } from '../runner/start-runner.ts';
import { stateProblemText } from '../target/sandbox-problem.ts';
import { readTarget } from '../target/target-file.ts';
import { chooseLabs } from './choose-labs.ts';
import { onFreePort, portOf } from './free-port.ts';
import { openDesk } from './open-desk.ts';
import { problemTold } from './sandbox.ts';
import { texts } from './start.texts.ts';

/** Serves the lessons with their checks, and the sandbox beside them, until Ctrl-C. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const port = portOf(args);
  const other = await runningRunner(cli.home);
  if (other) return sayWhere(other, args, cli);
  const sandbox = await openSandbox(cli);
  try {
    const labs = await chooseLabs([]);
    const runner = await onFreePort(port, (free) =>
      startRunner({
        cli,
        labs,
        sandbox: { endpoint: sandbox.endpoint, apiEndpoint: sandbox.apiEndpoint },
        openDesk: (signal) => openDesk({ ...cli, signal }),
        port: free,
        site: path.join(projectRoot, 'site/dist'),
        failed: (error) => cli.debug && cli.note(String(error)),
      }),
    );
    const announced = announceRunner(cli.home, {
      pid: process.pid,
      url: runner.url,
      instance: runner.instance,
    });
    try {
      if (!args.flag('no-build')) await build(cli);
      if (!cli.signal.aborted) sayStarted(runner, sandbox, args, cli);
      settleIn();
      await warmUp(cli).catch((error: unknown) => cli.debug && cli.note(String(error)));
      await stopped(cli.signal);
    } finally {
      announced.withdraw();
      await runner.close();
    }
  } finally {
    await sandbox.close();
  }
  return exitCodes.yes;
}

function sayWhere({ url, pid }: RunningRunner, args: Args, cli: Cli): ExitCode {
  if (cli.json) cli.print(JSON.stringify({ schema: 'handson.start/1', url, pid, already: true }));
  else cli.print(cli.say(texts.already, { url, pid }));
  show(url, args, cli);
  return exitCodes.yes;
}

/** The sandbox in this process, or the one that owns the state already. */
async function openSandbox(cli: Cli) {
  const served = await serve({
    home: cli.home,
    env: cli.env,
    failed: (error) => cli.debug && cli.note(String(error)),
  });
  if (!('problem' in served)) {
    if (served.setAside) cli.note(stateProblemText(served.setAside, cli.locale));
    return served;
  }
  const running =
    served.problem.kind === 'owned' ? runningSandbox({ home: cli.home, env: cli.env }) : undefined;
  if (!running) throw problemTold(served.problem);
  cli.note(cli.say(texts.otherSandbox, { pid: running.owner.pid, endpoint: running.endpoint }));
  return { ...running, close: async () => {} };
}

async function build(cli: Cli): Promise<void> {
  const built = await buildSite(projectRoot, {
    signal: cli.signal,
    beginning: () => cli.note(cli.say(texts.building)),
  });
  if (cli.signal.aborted) return;
  if (built.state === 'built') cli.note(cli.say(texts.built, { seconds: Math.ceil(built.ms / 1000) }));
  if (built.state === 'no-script') cli.note(cli.say(texts.noSite));
  if (built.state === 'failed') {
    cli.note(cli.paint.dim(built.says));
    cli.note(cli.say(texts.notBuilt));
  }
}

function sayStarted(
  { url }: Runner,
  { endpoint, apiEndpoint }: { endpoint: string; apiEndpoint: string },
  args: Args,
  cli: Cli,
): void {
  if (cli.json) {
    cli.print(
      JSON.stringify({
        schema: 'handson.start/1',
        url,
        pid: process.pid,
        already: false,
        endpoint,
        apiEndpoint,
      }),
    );
  } else cli.print(cli.say(texts.lessons, { url }));
  if (classNames(cli.home).length > 0) cli.note(cli.say(texts.classBoard, { url }));
  show(url, args, cli);
}

function show(url: string, args: Args, cli: Cli): void {
  if (args.flag('no-open') || !cli.interactive) return;
  openBrowser(url, cli.env, process.platform);
}

/** Loads what the first click would have to wait for. Nobody's AWS account is called without being asked. */
async function warmUp(cli: Cli): Promise<void> {
  if (readTarget(cli.home).kind !== 'sandbox') return;
  const desk = await openDesk(cli, { readOnly: true });
  try {
    const labs = (await chooseLabs([])).map(({ lab }) => lab);
    for await (const event of desk.check(labs, { wait: false })) if (event.type === 'stopped') return;
  } finally {
    await desk.close();
  }
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
