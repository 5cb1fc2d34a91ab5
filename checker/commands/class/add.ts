import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, classFolder, withRoster, writeClass } from '#checker/grading/class-file.ts';
import { commandsOf, graderRole, removalOf, templateOf } from '#checker/grading/grader-role.ts';
import { hasAccount, type Learner } from '#checker/grading/learner.ts';
import { type RosterProblem, readRoster } from '#checker/grading/roster.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { texts } from './class.texts.ts';
import { printClass } from './print-class.ts';

export function add(roster: string, args: Args, cli: Cli): ExitCode {
  const file = chooseClass(args.value('class'), cli);
  const bytes = bytesOf(roster);
  const read = readRoster(bytes, { region: file.region });
  if ('problems' in read) throw refused(roster, read.problems);
  const added = withRoster(file, read.lines, {
    at: new Date().toISOString(),
    language: cli.locale,
    externalId: () => crypto.randomUUID(),
  });
  if ('problems' in added) throw refused(roster, added.problems);
  writeClass(cli.home, added.file);
  const letters = added.added.map((learner) =>
    hasAccount(learner) ? writeTemplate(learner, added.file, cli) : howToHandIn(learner),
  );
  if (cli.json) {
    printClass(added.file, added.added, cli);
    return exitCodes.yes;
  }
  for (const letter of letters) cli.print(letter);
  cli.note(cli.say(texts.added, { added: added.added.length, all: added.file.learners.length }));
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

/** Who has no account works in the sandbox, and hands in a file. */
function howToHandIn({ name, id, language }: Learner): string {
  return [
    `## ${name} (${id})`,
    fill(texts.handIn, language),
    '',
    'npx handson use sandbox',
    `npx handson submit --email ${id}`,
    '',
  ].join('\n');
}

/** What one learner must do once, in their language; the template goes with it as a file. */
function writeTemplate(learner: Learner, file: ClassFile, cli: Cli): string {
  const role = graderRole(learner, file.instructor);
  const folder = path.join(classFolder(cli.home, file.name), 'roles');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const template = path.join(folder, `${learner.id.replace('/', '-').replace(/-$/, '')}.json`);
  writeFileSync(template, `${JSON.stringify(templateOf(role), null, 2)}\n`, { mode: 0o600 });
  const locale = learner.language;
  const { name, account } = learner;
  return [
    `## ${name} (${account})`,
    fill(texts.consent, locale, { instructor: file.instructor }),
    '',
    fill(texts.click, locale, { template }),
    fill(texts.type, locale),
    '',
    ...commandsOf(role),
    '',
    fill(texts.remove, locale),
    '',
    ...removalOf(role),
    '',
  ].join('\n');
}
