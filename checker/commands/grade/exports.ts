import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Args, Cli } from '#checker/cli/cli.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import { csvHead, csvRow } from '#checker/grading/grade-csv.ts';
import { reportHead, reportLearner } from '#checker/grading/grade-report.ts';
import type { Gradebook, GradeRun } from '#checker/grading/gradebook.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import type { Lab } from '#labs/kit/lab.ts';

export interface Graded {
  file: ClassFile;
  gradebook: Gradebook;
  run: GradeRun;
  labs: readonly Lab[];
}

/** Writes what was asked for of a run, from the gradebook alone. */
export function writeExports(graded: Graded, args: Args, cli: Cli): void {
  const csv = args.value('csv');
  if (csv !== undefined) writeCsv(csv, graded);
  if (cli.json) printJson(graded, cli);
}

/** Learner by learner into the one document, so that a class of any size is never held at once. */
function printJson({ file, gradebook, run, labs }: Graded, cli: Cli): void {
  cli.print(`${JSON.stringify(reportHead(file.name, run)).slice(0, -1)},"learners":[`);
  let between = '';
  for (const learner of file.learners) {
    const standing = standingFor(file, learner.id, gradebook, run.id);
    if (!standing) continue;
    cli.print(between + JSON.stringify(reportLearner(marksOf(file, learner, standing), labs, cli.locale)));
    between = ',';
  }
  cli.print(']}');
}

function writeCsv(target: string, { file, gradebook, run }: Graded): void {
  const draft = `${target}.${process.pid}`;
  const out = openSync(draft, 'w', 0o600);
  const asked = new Set(run.learners);
  try {
    // Spreadsheets take a file for UTF-8 by this mark.
    writeSync(out, `\uFEFF${csvHead(run.labs)}`);
    for (const learner of file.learners) {
      if (!asked.has(learner.id)) continue;
      writeSync(
        out,
        csvRow(marksOf(file, learner, standingFor(file, learner.id, gradebook, run.id)), run.labs),
      );
    }
  } finally {
    closeSync(out);
  }
  renameSync(draft, target);
}
