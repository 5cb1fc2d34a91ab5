import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { assumeRole } from '../grading/assume-role.ts';
import {
  type ClassFile,
  classFolder,
  classNamePattern,
  classNames,
  newClass,
  readClass,
  withAccess,
  withRoster,
  writeClass,
} from '../grading/class-file.ts';
import { commandsOf, graderRole, removalOf, templateOf } from '../grading/grader-role.ts';
import type { Access, Learner } from '../grading/learner.ts';
import { type RosterProblem, readRoster } from '../grading/roster.ts';
import { verifyAccess } from '../grading/verify-access.ts';
import { openTarget } from '../target/open-target.ts';
import { readTarget } from '../target/target-file.ts';
import { texts } from './class.texts.ts';
import { chooseClass } from './grade-choose.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const [verb = '', word] = args.operands;
  if (verb === 'init' && word !== undefined) return init(word, cli);
  if (verb === 'add' && word !== undefined) return add(word, args, cli);
  if (verb === 'verify' && word === undefined) return verify(args, cli);
  throw new Told(exitCodes.usage, (locale) => fill(texts.usage, locale));
}

function init(name: string, cli: Cli): ExitCode {
  if (!classNamePattern.test(name))
    throw new Told(exitCodes.usage, (locale) => fill(texts.badName, locale, { name }));
  if (classNames(cli.home).includes(name))
    throw new Told(exitCodes.usage, (locale) => fill(texts.already, locale, { name }));
  const { account, region } = readTarget(cli.home);
  const file = newClass({ name, instructor: account, region, at: new Date().toISOString() });
  writeClass(cli.home, file);
  if (cli.json) printJson(file, file.learners, cli);
  else cli.print(cli.say(texts.made, { name, account }));
  return exitCodes.yes;
}

function add(roster: string, args: Args, cli: Cli): ExitCode {
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
  const letters = added.added.map((learner) => writeTemplate(learner, added.file, cli));
  if (cli.json) {
    printJson(added.file, added.added, cli);
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

async function verify(args: Args, cli: Cli): Promise<ExitCode> {
  const file = chooseClass(args.value('class'), cli);
  const reached = await openTarget(cli);
  const eyes = assumeRole(reached.connection, { signal: cli.signal });
  const seen = new Map<string, Access>();
  try {
    for (const learner of file.learners) {
      const access = await verifyAccess(learner, eyes.credentials);
      if (cli.signal.aborted) break;
      seen.set(learner.id, access);
      if (!cli.json) cli.print(`${learner.name} (${learner.id}): ${cli.say(texts[access])}`);
    }
  } finally {
    eyes.close();
    await reached.close();
  }
  const verified = withAccess(readClass(cli.home, file.name), seen, new Date().toISOString());
  writeClass(cli.home, verified);
  if (cli.json) printJson(verified, verified.learners, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  const all = [...seen.values()];
  if (all.includes('unclear')) return exitCodes.cannotTell;
  return all.every((one) => one === 'safe') ? exitCodes.yes : exitCodes.no;
}

function printJson({ name, instructor }: ClassFile, learners: readonly Learner[], cli: Cli): void {
  cli.print(JSON.stringify({ schema: 'handson.class/1', name, instructor, learners }));
}
