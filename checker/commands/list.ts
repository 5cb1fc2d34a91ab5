import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { targetLine } from '../render/target-line.ts';
import { padEnd, widthOf } from '../render/width.ts';
import { openState } from '../state/open-state.ts';
import { type Passed, progressOf } from '../state/progress.ts';
import { keyOf, readTarget } from '../target/target-file.ts';
import { type ChosenLab, chooseLabs } from './choose-labs.ts';
import { texts } from './list.texts.ts';

/** Labs, steps, minutes, and what was seen to pass so far; it looks at nothing but our own memory. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const chosen = await chooseLabs(args.operands);
  const target = readTarget(cli.home);
  const state = openState(cli.home);
  const passed = progressOf(state, keyOf(target)).all();
  state.close();
  if (cli.json) cli.print(JSON.stringify(asJson(chosen, passed, cli)));
  else {
    cli.print(targetLine(target, cli));
    for (const line of chosen.flatMap((one) => labLines(one, passed, cli))) cli.print(line);
  }
  return exitCodes.yes;
}

function labLines({ lab, number }: ChosenLab, passed: readonly Passed[], cli: Cli): string[] {
  const done = new Map(passed.filter((one) => one.lab === lab.id).map((one) => [one.step, one.how]));
  const counted = lab.steps.filter(({ optional }) => !optional);
  const { paint } = cli;
  const head = paint.strong(`${number} ${lab.title[cli.locale]}`);
  const facts = [
    lab.id,
    cli.say(texts.minutes, { minutes: lab.minutes }),
    cli.say(texts.progress, { done: counted.filter(({ id }) => done.has(id)).length, steps: counted.length }),
  ];
  const words = {
    earned: cli.say(texts.earned),
    provided: cli.say(texts.provided),
    open: cli.say(texts.open),
  };
  const widest = Math.max(...Object.values(words).map(widthOf));
  return [
    '',
    `${head}  ${paint.dim(facts.join(' · '))}`,
    ...lab.steps.map((step) => {
      const how = done.get(step.id) ?? 'open';
      const colour = how === 'open' ? paint.dim : paint.good;
      const sign = cli.plain ? '' : how === 'open' ? '· ' : '✓ ';
      const optional = step.optional ? paint.dim(` (${cli.say(texts.optional)})`) : '';
      return `  ${colour(`${sign}${padEnd(words[how], widest)}`)}  ${step.title[cli.locale]}${optional}  ${paint.dim(step.id)}`;
    }),
  ];
}

function asJson(chosen: readonly ChosenLab[], passed: readonly Passed[], cli: Cli) {
  return {
    schema: 'handson.list/1',
    labs: chosen.map(({ lab, number }) => ({
      id: lab.id,
      number,
      title: lab.title[cli.locale],
      minutes: lab.minutes,
      cost: lab.cost[cli.locale],
      steps: lab.steps.map((step) => {
        const seen = passed.find((one) => one.lab === lab.id && one.step === step.id);
        return {
          id: step.id,
          title: step.title[cli.locale],
          kind: step.kind,
          optional: step.optional ?? false,
          passed: seen ? new Date(seen.at).toISOString() : null,
          how: seen?.how ?? null,
        };
      }),
    })),
  };
}
