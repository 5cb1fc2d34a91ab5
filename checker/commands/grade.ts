import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '#labs/kit/lab.ts';
import { fill } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { projectRoot } from '../cli/home.ts';
import { Told } from '../cli/told.ts';
import { assumeRole } from '../grading/assume-role.ts';
import { type ClassFile, classFolder } from '../grading/class-file.ts';
import { csvHead, csvRow } from '../grading/grade-csv.ts';
import { gradeLearner } from '../grading/grade-learner.ts';
import { reportHead, reportLearner } from '../grading/grade-report.ts';
import { gradeRun } from '../grading/grade-run.ts';
import { type Gradebook, type GradeRun, openGradebook } from '../grading/gradebook.ts';
import type { Learner } from '../grading/learner.ts';
import { scoreOf } from '../grading/score.ts';
import { type OpenTarget, openTarget } from '../target/open-target.ts';
import { chooseLabs } from './choose-labs.ts';
import { texts } from './grade.texts.ts';
import { chooseClass } from './grade-choose.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const file = chooseClass(args.operands[0], cli);
  const concurrency = concurrencyOf(args);
  const gradebook = openGradebook(classFolder(cli.home, file.name));
  try {
    const begun = await runFor(args, file, gradebook);
    const labs = (await chooseLabs(begun.labs)).map(({ lab }) => lab);
    const reached = await openTarget(cli);
    try {
      await gradeAll({ file, gradebook, begun, labs, reached, concurrency }, cli);
    } finally {
      await reached.close();
    }
    const done = gradebook.run(begun.id) ?? begun;
    const csv = args.value('csv');
    if (csv !== undefined) writeCsv(csv, file, gradebook, done);
    if (cli.json) printJson(file, gradebook, done, labs, cli);
    if (cli.signal.aborted) {
      cli.note(cli.say(texts.stopped));
      return exitCodes.stopped;
    }
    return sum(file, gradebook, begun, cli);
  } finally {
    gradebook.close();
  }
}

function concurrencyOf(args: Args): number {
  const word = args.value('concurrency') ?? '4';
  if (/^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= 100) return Number(word);
  throw new Told(exitCodes.usage, (locale) => fill(texts.badConcurrency, locale, { word }));
}

async function runFor(args: Args, file: ClassFile, gradebook: Gradebook): Promise<GradeRun> {
  const [labWords, learnerWords] = [args.value('labs'), args.values('learner')];
  if (!args.flag('resume')) {
    const labs = await chooseLabs(labWords?.split(',').filter(Boolean) ?? []);
    return gradebook.begin({
      began: Date.now(),
      version: JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version,
      labs: labs.map(({ lab }) => lab.id),
      learners: [...new Set(chosenLearners(file, learnerWords).map(({ id }) => id))],
    });
  }
  if (labWords !== undefined || learnerWords.length > 0)
    throw new Told(exitCodes.usage, (locale) => fill(texts.resumeAsBegun, locale));
  const stopped = gradebook.stopped();
  if (stopped) return stopped;
  throw new Told(exitCodes.usage, (locale) => fill(texts.nothingToResume, locale));
}

function chosenLearners(file: ClassFile, words: readonly string[]): readonly Learner[] {
  if (file.learners.length === 0)
    throw new Told(exitCodes.usage, (locale) => fill(texts.nobody, locale, { name: file.name }));
  if (words.length === 0) return file.learners;
  return words.flatMap((word) => {
    const found = file.learners.filter(({ id, name, email }) => [id, name, email].includes(word));
    if (found.length === 1) return found;
    const [text, learners] = [found.length === 0 ? texts.noLearner : texts.manyLearners, found.length];
    throw new Told(exitCodes.usage, (locale) => fill(text, locale, { word, learners }));
  });
}

interface Grading {
  file: ClassFile;
  gradebook: Gradebook;
  begun: GradeRun;
  labs: readonly Lab[];
  reached: OpenTarget;
  concurrency: number;
}

async function gradeAll(grading: Grading, cli: Cli): Promise<void> {
  const { file, gradebook, begun, labs, reached, concurrency } = grading;
  const { signal } = cli;
  const eyes = assumeRole(reached.connection, { signal });
  const already = gradebook.done(begun.id).size;
  const began = Date.now();
  let [done, unreadable] = [0, 0];
  const names = new Map(file.learners.map(({ id, name }) => [id, name]));
  try {
    for await (const one of gradeRun({
      gradebook,
      run: begun,
      learners: file.learners,
      concurrency,
      now: Date.now,
      signal,
      grade: (learner) =>
        gradeLearner(learner, {
          labs,
          credentials: eyes.credentials,
          reach: reached.connection,
          kind: reached.target.kind,
          kept: (lab, step) => gradebook.best(learner.id, lab, step),
          now: Date.now,
          sleep: (ms, stop) => pause(ms, undefined, { signal: stop ?? signal }).catch(() => {}),
          signal,
          ...(reached.target.kind === 'aws' ? { confirmMs: 1500 } : {}),
        }),
    })) {
      done++;
      if (one.state === 'unreadable' || one.state === 'unsafe') unreadable++;
      const left = begun.learners.length - already - done;
      const seconds = Math.round(((Date.now() - began) / done / 1000) * left);
      const progress = cli.say(texts.progress, {
        done: done + already,
        all: begun.learners.length,
        unreadable,
        seconds,
      });
      cli.note(cli.paint.dim(progress));
      if (cli.json) continue;
      const { credited, incomplete, steps } = scoreOf(gradebook.standing(begun.id, one.learner)?.steps ?? []);
      const values = { credited, steps, incomplete };
      const state =
        one.cause === null ? cli.say(texts[one.state]) : `${cli.say(texts[one.state])} (${one.cause})`;
      cli.print(`${names.get(one.learner)} (${one.learner}): ${cli.say(texts.score, values)}, ${state}`);
    }
  } finally {
    eyes.close();
  }
}

/** Learner by learner into the one document, so that a class of any size is never held at once. */
function printJson(
  file: ClassFile,
  gradebook: Gradebook,
  begun: GradeRun,
  labs: readonly Lab[],
  cli: Cli,
): void {
  cli.print(`${JSON.stringify(reportHead(file.name, begun)).slice(0, -1)},"learners":[`);
  let between = '';
  for (const learner of file.learners) {
    const standing = gradebook.standing(begun.id, learner.id);
    if (!standing) continue;
    cli.print(between + JSON.stringify(reportLearner(learner, standing, labs, cli.locale)));
    between = ',';
  }
  cli.print(']}');
}

function writeCsv(
  target: string,
  file: ClassFile,
  gradebook: Gradebook,
  { id, labs, learners }: GradeRun,
): void {
  const draft = `${target}.${process.pid}`;
  const out = openSync(draft, 'w', 0o600);
  const asked = new Set(learners);
  try {
    // Spreadsheets take a file for UTF-8 by this mark.
    writeSync(out, `\uFEFF${csvHead(labs)}`);
    for (const learner of file.learners)
      if (asked.has(learner.id)) writeSync(out, csvRow(learner, gradebook.standing(id, learner.id), labs));
  } finally {
    closeSync(out);
  }
  renameSync(draft, target);
}

function sum(file: ClassFile, gradebook: Gradebook, { id, learners }: GradeRun, cli: Cli): ExitCode {
  const asked = new Set(learners);
  let [all, unread, undone] = [0, 0, 0];
  for (const learner of file.learners) {
    if (!asked.has(learner.id)) continue;
    all++;
    const standing = gradebook.standing(id, learner.id);
    if (standing?.state !== 'read') unread++;
    const { credited, steps } = scoreOf(standing?.steps ?? []);
    if (credited < steps) undone++;
  }
  cli.note(cli.say(texts.sum, { all, finished: all - undone, unread }));
  if (unread > 0) return exitCodes.cannotTell;
  return undone > 0 ? exitCodes.no : exitCodes.yes;
}
