import type { Lab } from '#labs/kit/lab.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { checkReport } from '../core/check-report.ts';
import type { CheckEvent } from '../core/events.ts';
import { inCourseOrder } from '../core/in-course-order.ts';
import { exitOf } from '../core/outcome-of.ts';
import { checkScreen } from '../render/check-screen.ts';
import { targetLine } from '../render/target-line.ts';
import { wrap } from '../render/width.ts';
import { texts } from './check.texts.ts';
import { type ChosenLab, chooseLabs, stepOf } from './choose-labs.ts';
import { type Desk, openDesk } from './open-desk.ts';
import { watch } from './watch.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const all = await chooseLabs([]);
  const asked = args.flag('all') || args.operands.length > 0 ? await chooseLabs(args.operands) : undefined;
  const desk = await openDesk(cli, {
    readOnly: args.flag('read-only'),
    ...(args.value('api') ? { apiId: args.value('api') as string } : {}),
  });
  try {
    const chosen = asked ?? [inProgress(all, desk)];
    const only = args.value('step');
    const step = only === undefined ? undefined : stepOf((chosen[0] as ChosenLab).lab, only);
    if (!cli.json) cli.print(targetLine(desk.target, cli));
    if (args.flag('watch')) return await watch(chosen, desk, cli);
    return await checkOnce(chosen, step, desk, args, cli);
  } finally {
    await desk.close();
  }
}

async function checkOnce(
  chosen: readonly ChosenLab[],
  step: string | undefined,
  desk: Desk,
  args: Args,
  cli: Cli,
): Promise<ExitCode> {
  const numberOf = (lab: Lab) => chosen.find((one) => one.lab.id === lab.id)?.number ?? 0;
  const show = checkScreen(cli, { details: args.flag('details'), numberOf });
  const events: CheckEvent[] = [];
  const labs = chosen.map(({ lab }) => lab);
  for await (const event of desk.check(labs, {
    ...(step ? { only: step } : {}),
    wait: !args.flag('no-wait'),
  })) {
    events.push(event);
    if (!cli.json) show(event);
  }
  if (cli.json) cli.print(JSON.stringify(checkReport(events, cli.locale)));
  else await sayHowItEnded(events, desk, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  if (events.some(({ type }) => type === 'stopped')) return exitCodes.cannotTell;
  return exitOf(events.flatMap((event) => (event.type === 'lab-done' ? [event.outcome] : [])));
}

/** The first lab that is not done by what was seen so far; the last one when all are. */
function inProgress(all: readonly ChosenLab[], desk: Desk): ChosenLab {
  const passed = new Set(desk.progress.all().map(({ lab, step }) => `${lab}/${step}`));
  const open = all.find(({ lab }) =>
    lab.steps.some((step) => !step.optional && !passed.has(`${lab.id}/${step.id}`)),
  );
  return open ?? (all.at(-1) as ChosenLab);
}

async function sayHowItEnded(events: readonly CheckEvent[], desk: Desk, cli: Cli): Promise<void> {
  const results = inCourseOrder(events).filter(({ step }) => !step.optional);
  const passed = results.filter(({ result }) => result.outcome === 'pass').length;
  const first = results.find(({ result }) => result.outcome !== 'pass');
  cli.print('');
  if (!first) {
    for (const line of wrap(cli.say(texts.allPassed, { steps: results.length }), cli.width)) cli.print(line);
    return;
  }
  cli.print(cli.say(texts.some, { passed, steps: results.length }));
  cli.print(cli.say(texts.hint, { lab: first.lab.id, step: first.step.id }));
  if (passed === 0 && desk.target.kind === 'sandbox' && (await desk.hasCredentials())) {
    for (const line of wrap(cli.say(texts.otherPlace), cli.width)) cli.print(line);
  }
}
