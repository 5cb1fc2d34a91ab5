import { readFileSync } from 'node:fs';
import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { changeClass, withRoster } from '#checker/grading/class-file.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { type RosterProblem, readRoster } from '#checker/grading/roster.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { texts } from './class.texts.ts';
import { letterTo } from './letter.ts';
import { printClass } from './print-class.ts';

export function add([roster = '']: readonly string[], args: Args, cli: Cli): ExitCode {
  const file = chooseClass(args.value('class'), cli);
  const bytes = bytesOf(roster);
  const read = readRoster(bytes, { region: file.region });
  if ('problems' in read) throw refused(roster, read.problems);
  let added: Learner[] = [];
  const changed = changeClass(cli.home, file.name, (now) => {
    const result = withRoster(now, read.lines, {
      at: new Date().toISOString(),
      language: cli.locale,
      externalId: () => crypto.randomUUID(),
    });
    if ('problems' in result) throw refused(roster, result.problems);
    added = result.added;
    return result.file;
  });
  const letters = added.map((learner) => letterTo(learner, changed, cli));
  if (cli.json) {
    printClass(changed, added, cli);
    return exitCodes.yes;
  }
  for (const letter of letters) cli.print(letter);
  cli.note(cli.say(texts.added, { added: added.length, all: changed.learners.length }));
  return exitCodes.yes;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Told(exitCodes.usage, (locale) => fill(texts.unreadable, locale, { file, reason }));
  }
}

const mostTold = 50;

function refused(file: string, problems: readonly RosterProblem[]): Told {
  return new Told(exitCodes.usage, (locale) =>
    [
      fill(texts.refused, locale, { file, problems: problems.length }),
      ...problems
        .slice(0, mostTold)
        .map(({ line, fault, found }) =>
          fill(texts.problem, locale, { file, line, fault: fill(texts[fault], locale), found }),
        ),
    ].join('\n'),
  );
}
