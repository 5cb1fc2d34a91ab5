import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { type ClassFile, classFolder } from '#checker/grading/class-file.ts';
import { commandsOf, graderRole, removalOf, templateOf } from '#checker/grading/grader-role.ts';
import { hasAccount, type Learner } from '#checker/grading/learner.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { texts } from './class.texts.ts';
import { printClass } from './print-class.ts';
import type { Work } from './verbs.ts';

/** Prints letters again: they get lost. */
export const letter: Work = (words, args, cli) => {
  const file = chooseClass(args.value('class'), cli);
  const asked = words.map((word) => chooseLearner(file, word));
  const learners = words.length > 0 ? asked : file.learners.filter((one) => one.access?.verdict !== 'safe');
  const letters = learners.map((one) => letterTo(one, file, cli));
  if (cli.json) printClass(file, learners, cli);
  else for (const text of letters) cli.print(text);
  return exitCodes.yes;
};

/** What one learner must do once, in their language; the template of the role is written beside the class. */
export function letterTo(learner: Learner, file: ClassFile, cli: Cli): string {
  return hasAccount(learner) ? howToLetIn(learner, file, cli) : howToHandIn(learner);
}

/** Where a learner's template lies. */
export function templateFile(home: string, className: string, id: string): string {
  return path.join(classFolder(home, className), 'roles', `${id.replace('/', '-').replace(/-$/, '')}.json`);
}

function howToLetIn(learner: Learner, file: ClassFile, cli: Cli): string {
  const role = graderRole(learner, file.instructor);
  const template = templateFile(cli.home, file.name, learner.id);
  mkdirSync(path.dirname(template), { recursive: true, mode: 0o700 });
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
