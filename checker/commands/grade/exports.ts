import type { Args, Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { byteOrderMark, csvHead, csvRow } from '#checker/grading/grade-csv.ts';
import { reportHead, reportLearner } from '#checker/grading/grade-report.ts';
import { chaseCsv } from '#checker/grading/reports/chase.ts';
import { classTally } from '#checker/grading/reports/class-tally.ts';
import { junitXml } from '#checker/grading/reports/junit.ts';
import { fullNames, initialNames } from '#checker/grading/reports/labels.ts';
import { canvasCsv, moodleCsv } from '#checker/grading/reports/lms-csv.ts';
import { markdown } from '#checker/grading/reports/markdown.ts';
import { writeReport } from '#checker/grading/reports/write-report.ts';
import { LinkedFolder, writeWhole } from '#checker/grading/reports/write-whole.ts';
import { noRules } from '#checker/grading/rules.ts';
import { fill } from '#labs/kit/text.ts';
import { texts } from './exports.texts.ts';
import { type Graded, rowsOf } from './rows.ts';

const platforms = { moodle: moodleCsv, canvas: canvasCsv } as const;

/** Said before anything is looked at: nobody waits for a run to learn of a wrong word. */
export function refuseBadExports(args: Args, cli: Pick<Cli, 'json'>): void {
  const platform = args.value('csv-for');
  if (platform !== undefined && !(platform in platforms)) throw told(texts.csvFor, { word: platform });
  if (platform !== undefined && args.value('csv') === undefined) throw told(texts.csvForNeeds, {});
  // While a class is watched they are the board's.
  if (!args.flag('initials') || args.flag('watch')) return;
  const named = ['csv', 'chase'].find((option) => args.value(option) !== undefined);
  const option = named ?? (cli.json ? 'json' : undefined);
  if (option !== undefined) throw told(texts.initialsNot, { option: `--${option}` });
}

/** Writes what was asked for, from the gradebook alone. */
export function writeExports(graded: Graded, args: Args, cli: Cli): void {
  const writers = {
    csv: (target: string) => writeCsv(target, graded, args, cli),
    html: (target: string) => writeHtml(target, graded, args, cli),
    junit: (target: string) => writeWhole(target, junitXml(rowsOf(graded), formOf(graded, args, cli))),
    markdown: (target: string) => writeMarkdown(target, graded, args, cli),
    chase: (target: string) => {
      const { file, labs } = graded;
      const list = chaseCsv(rowsOf(graded), { className: file.name, labs });
      writeWhole(target, marked(list));
    },
  };
  for (const [option, write] of Object.entries(writers)) {
    const target = args.value(option);
    if (target === undefined) continue;
    try {
      write(target);
    } catch (error) {
      throw notWritten(error, `--${option}`, target, graded.file.name);
    }
    cli.note(cli.say(texts.written, { target }));
  }
  if (cli.json) printJson(graded, cli);
}

/** What the reports with labels share. */
function formOf({ file, run, labs }: Graded, args: Args, { locale }: Cli) {
  const labels = args.flag('initials') ? initialNames(file) : fullNames;
  const { rules = noRules, name: className } = file;
  return { file, className, run, rules, timeZone: rules.timeZone, labs, locale, labels };
}

/** Learner by learner into the one document, so that a class of any size is never held at once. */
function printJson(graded: Graded, cli: Cli): void {
  const { file, run, labs } = graded;
  const head = reportHead(file.name, { ...run, labs: labs.map(({ id }) => id) });
  cli.print(`${JSON.stringify(head).slice(0, -1)},"learners":[`);
  let between = '';
  for (const marks of rowsOf(graded)) {
    if (marks.at === null) continue;
    cli.print(between + JSON.stringify(reportLearner(marks, labs, cli.locale)));
    between = ',';
  }
  cli.print(']}');
}

function writeCsv(target: string, graded: Graded, args: Args, cli: Cli): void {
  const platform = args.value('csv-for') as keyof typeof platforms | undefined;
  if (platform === undefined) {
    writeWhole(target, marked(plainCsv(graded)));
    return;
  }
  let learners = 0;
  const form = { ...formOf(graded, args, cli), left: () => learners++ };
  writeWhole(target, platforms[platform](rowsOf(graded), form));
  if (learners > 0) cli.note(cli.say(texts.leftOut, { learners, lms: platform }));
}

function* plainCsv(graded: Graded): Generator<string> {
  const labs = graded.labs.map(({ id }) => id);
  yield csvHead(labs);
  for (const marks of rowsOf(graded)) yield csvRow(marks, labs);
}

function* marked(lines: Iterable<string>): Generator<string> {
  yield byteOrderMark;
  yield* lines;
}

function writeHtml(target: string, graded: Graded, args: Args, cli: Cli): void {
  writeReport(target, { ...formOf(graded, args, cli), rows: () => rowsOf(graded) });
}

function writeMarkdown(target: string, graded: Graded, args: Args, cli: Cli): void {
  const counted = classTally(graded.labs);
  for (const marks of rowsOf(graded)) counted.add(marks);
  const form = { ...formOf(graded, args, cli), tally: counted.done() };
  writeWhole(target, markdown(rowsOf(graded), form));
}

function notWritten(error: unknown, option: string, target: string, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!(error instanceof LinkedFolder) && code === undefined) return error;
  return new Told(exitCodes.usage, (locale) => {
    const reason = error instanceof LinkedFolder ? texts.link[locale] : String(code);
    return fill(texts.noFile, locale, { option, target, reason, name });
  });
}

function told(text: (typeof texts)[keyof typeof texts], values: Record<string, string | number>): Told {
  const say = fill as (text: object, locale: string, values: object) => string;
  return new Told(exitCodes.usage, (locale) => say(text, locale, values));
}
