import type { Lab, Step } from '#labs/kit/lab.ts';
import type { Outcome } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import type { Cli } from '../cli/cli.ts';
import type { CheckEvent, StepResult } from '../core/events.ts';
import { texts } from './check-screen.texts.ts';
import { padEnd, widthOf, wrap } from './width.ts';

/** Prints the events of a run as they come, each lab's steps in the order of the lab. */
export function checkScreen(
  cli: Cli,
  { details, numberOf }: { details: boolean; numberOf(lab: Lab): number },
) {
  const results = new Map<Step, StepResult>();
  const order: Array<{ lab: Lab; step: Step }> = [];
  const headed = new Set<Lab>();
  let printed = 0;
  let opened = false;

  const printKnown = () => {
    for (let next = order[printed]; next; next = order[printed]) {
      const result = results.get(next.step);
      if (!result) return;
      if (!headed.has(next.lab))
        cli.print(`\n${cli.paint.strong(`${numberOf(next.lab)} ${next.lab.title[cli.locale]}`)}`);
      headed.add(next.lab);
      const open = details || (!opened && result.outcome !== 'pass' && !next.step.optional);
      if (open && result.outcome !== 'pass') opened = true;
      for (const line of stepLines(next.step, result, open, cli)) cli.print(line);
      printed++;
    }
  };

  return (event: CheckEvent): void => {
    if (event.type === 'lab') for (const step of event.lab.steps) order.push({ lab: event.lab, step });
    if (event.type === 'waiting') cli.note(waitingLine(event, cli));
    if (event.type === 'result') {
      results.set(event.step, event.result);
      printKnown();
    }
    if (event.type === 'stopped') cli.note(cli.say(texts.stopped, { steps: event.unseen.length }));
  };
}

export function stepLines(step: Step, result: StepResult, open: boolean, cli: Cli): string[] {
  const { paint } = cli;
  const look = {
    pass: { sign: '✓', colour: paint.good, word: texts.pass },
    fail: { sign: '✗', colour: paint.bad, word: texts.fail },
    waiting: { sign: '…', colour: paint.care, word: texts.waiting },
    blocked: { sign: '·', colour: paint.dim, word: texts.blocked },
    unknown: { sign: '?', colour: paint.care, word: texts.unknown },
  }[result.outcome];
  const notes = [step.optional ? cli.say(texts.optional) : '', result.kept ? cli.say(texts.kept) : ''].filter(
    Boolean,
  );
  const word = padEnd(cli.say(look.word), widestWord(cli));
  const head = `  ${look.colour(cli.plain ? word : `${look.sign} ${word}`)}  ${step.title[cli.locale]}${notes.length > 0 ? paint.dim(` (${notes.join(', ')})`) : ''}`;
  return [head, ...(open ? detailLines(result, cli) : [])];
}

function detailLines(result: StepResult, cli: Cli): string[] {
  const indent = '      ';
  const paragraph = (text: string) => wrap(text, cli.width - indent.length).map((line) => indent + line);
  return [
    ...result.messages.flatMap((message) => paragraph(sayIn(message, cli.locale))),
    ...(result.next
      ? paragraph(`→ ${sayIn(result.next, cli.locale)}`).map((line) => cli.paint.strong(line))
      : []),
    ...result.evidence
      .filter(({ call }) => call !== '')
      .flatMap(({ call, field, expected, found }) =>
        paragraph(
          `${call} ${field}: ${cli.say(texts.evidence, { expected: show(expected), found: show(found) })}`,
        ).map(cli.paint.dim),
      ),
  ];
}

function show(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function waitingLine({ step, inMs }: Extract<CheckEvent, { type: 'waiting' }>, cli: Cli): string {
  return cli.paint.dim(
    cli.say(texts.lookingAgain, {
      step: step.title[cli.locale],
      seconds: Math.max(1, Math.round(inMs / 1000)),
    }),
  );
}

const outcomes: Record<Outcome, keyof typeof texts> = {
  pass: 'pass',
  fail: 'fail',
  waiting: 'waiting',
  blocked: 'blocked',
  unknown: 'unknown',
};

function widestWord(cli: Cli): number {
  return Math.max(...Object.values(outcomes).map((key) => widthOf(texts[key][cli.locale])));
}
