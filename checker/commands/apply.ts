import { readFunction } from '#labs/kit/function.ts';
import type { Lab, Runtime } from '#labs/kit/lab.ts';
import { readTable } from '#labs/kit/table.ts';
import { fill, sayIn } from '#labs/kit/text.ts';
import { ask, isYes } from '../cli/ask.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { applySteps } from '../core/apply-steps.ts';
import { tellTrouble } from '../core/tell-trouble.ts';
import { callLine } from '../render/call-line.ts';
import { targetLine } from '../render/target-line.ts';
import { texts } from './apply.texts.ts';
import { type ChosenLab, chooseLabs, stepOf } from './choose-labs.ts';
import { type Desk, openDesk } from './open-desk.ts';

/** Does a lab for the learner, with what earlier labs leave if it is missing; what is done already is left alone. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const runtime = runtimeOf(args);
  const [wanted] = await chooseLabs(args.operands);
  const { lab, number } = wanted as ChosenLab;
  const part = partOf(args, lab);
  const earlier = (await chooseLabs([])).filter((one) => one.number > 0 && one.number < number);
  const desk = await openDesk(cli, { ...(args.value('api') ? { apiId: args.value('api') as string } : {}) });
  try {
    if (!cli.json) cli.print(targetLine(desk.target, cli));
    if (!(await isAgreed(args, wanted as ChosenLab, desk, cli))) return exitCodes.no;
    await desk.baseline();
    await refuseForeign(desk);
    for (const one of earlier) await applyLab(one, {}, runtime, desk, cli);
    await applyLab(wanted as ChosenLab, part, runtime, desk, cli);
    return cli.signal.aborted ? exitCodes.stopped : exitCodes.yes;
  } catch (error) {
    if (error instanceof Told || !(error instanceof Error && '$metadata' in error)) throw error;
    const { messages, next } = tellTrouble(error, desk.target);
    throw new Told(
      exitCodes.cannotTell,
      (locale) =>
        [...messages, ...(next ? [next] : [])].map((said) => sayIn(said, locale)).join('\n') +
        ` (${error.message})`,
    );
  } finally {
    await desk.close();
  }
}

/** `--step`: that step and what it needs; `--through`: all up to it. */
function partOf(args: Args, lab: Lab): { only?: string; through?: string } {
  const only = args.value('step');
  const through = args.value('through');
  if (only !== undefined) return { only: stepOf(lab, only) };
  return through === undefined ? {} : { through: stepOf(lab, through) };
}

function runtimeOf(args: Args): Runtime {
  const runtime = args.value('runtime') ?? 'python';
  if (runtime === 'python' || runtime === 'node') return runtime;
  throw new Told(exitCodes.usage, (locale) => fill(texts.noRuntime, locale, { runtime }));
}

async function applyLab(
  chosen: ChosenLab,
  part: { only?: string; through?: string },
  runtime: Runtime,
  desk: Desk,
  cli: Cli,
): Promise<void> {
  const { lab, folder, number } = chosen;
  cli.note(cli.paint.strong(`${number} ${lab.title[cli.locale]}`));
  const steps = applySteps({
    lab,
    session: desk.session(),
    doing: desk.doing(folder, runtime, (call) => cli.note(cli.paint.dim(`      ${callLine(call)}`))),
    kept: desk.kept,
    signal: cli.signal,
    ...part,
  });
  for await (const event of steps) {
    const title = event.step.title[cli.locale];
    if (event.type === 'already') cli.note(`  ${cli.paint.dim(cli.say(texts.already, { step: title }))}`);
    if (event.type !== 'done') continue;
    const isSeen = await markProvided(chosen, event.step.id, desk);
    cli.note(
      `  ${isSeen ? cli.paint.good(cli.say(texts.done, { step: title })) : cli.paint.care(cli.say(texts.notSeen, { step: title }))}`,
    );
  }
}

/** What was done for the learner is provided, not earned; the check's own evidence is kept with it. */
export async function markProvided({ lab }: ChosenLab, id: string, desk: Desk): Promise<boolean> {
  const step = lab.steps.find((one) => one.id === id);
  const result = await step?.check(desk.session().look());
  if (result?.outcome !== 'pass') return false;
  desk.progress.record({ lab: lab.id, step: id, at: Date.now(), how: 'provided', result });
  return true;
}

/** On AWS it is shown what will be made, and asked; a script says `--yes`. */
async function isAgreed(args: Args, { lab }: ChosenLab, desk: Desk, cli: Cli): Promise<boolean> {
  if (desk.target.kind === 'sandbox' || args.flag('yes')) return true;
  cli.note(cli.say(texts.willMake));
  for (const resource of lab.resources(desk.reached.names))
    cli.note(`  ${resource.type} ${'name' in resource ? resource.name : ''}`);
  if (!cli.interactive) throw new Told(exitCodes.usage, (locale) => fill(texts.needsYes, locale));
  return isYes(await ask(cli.say(texts.question, { account: desk.target.account }), cli));
}

/** What stood in the account before the course, and still stands, is neither changed nor taken over. */
export async function refuseForeign(desk: Desk): Promise<void> {
  const { known, reached, session } = desk;
  const { fn, table } = reached.names;
  const look = session().look();
  for (const [type, name, read] of [
    ['function', fn, readFunction],
    ['table', table, readTable],
  ] as const) {
    if (known.isForeign(type, name) && (await read(look)))
      throw new Told(exitCodes.no, (locale) => fill(texts.foreign, locale, { name }));
  }
}
