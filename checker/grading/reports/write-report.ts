import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Lab } from '#labs/kit/lab.ts';
import { type Locale, locales } from '#labs/kit/text.ts';
import type { ClassFile } from '../class-file.ts';
import type { RunSummary } from '../gradebook.ts';
import type { Learner } from '../learner.ts';
import type { Marks } from '../marks.ts';
import type { Rules } from '../rules.ts';
import { classPage } from './class-page.ts';
import { type ClassTally, classTally } from './class-tally.ts';
import { type Labels, tagOf } from './labels.ts';
import { learnerPage } from './learner-page.ts';
import { clockOf } from './numbers-and-times.ts';
import { openFolder, writeWhole } from './write-whole.ts';

export interface Report {
  file: Pick<ClassFile, 'name' | 'history' | 'instructor'>;
  run: Pick<RunSummary, 'id' | 'began' | 'ended' | 'version'>;
  rules: Rules;
  labs: readonly Lab[];
  locale: Locale;
  labels: Labels;
  /** Read twice, for the class stands above its learners; never held. */
  rows(): Iterable<Marks>;
}

/** The class and a page for each learner beside it; pages of learners who are not in it any more are removed. */
export function writeReport(folder: string, report: Report): ClassTally {
  const { file, rules, labs, labels } = report;
  const { name } = file;
  /** The same for a learner in every report: a page may be handed on alone. */
  const pageOf = (learner: Learner) => `${tagOf(file, learner).slice(0, 20)}.html`;
  const beside = path.join(folder, 'learners');
  openFolder(folder);
  openFolder(beside);
  const tally = classTally(labs);
  const spoken = new Map<Locale, number>();
  const written = new Set<string>();
  const own = { className: name, clock: clockOf(rules.timeZone), labs, labels };
  for (const marks of report.rows()) {
    const { learner } = marks;
    tally.add(marks);
    spoken.set(learner.language, (spoken.get(learner.language) ?? 0) + 1);
    written.add(pageOf(learner));
    writeWhole(path.join(beside, pageOf(learner)), [learnerPage(marks, own)]);
  }
  const done = tally.done();
  const page = {
    ...report,
    name,
    language: mostSpoken(spoken, report.locale),
    tally: done,
    rows: report.rows(),
    pageOf: (learner: Learner) => `learners/${pageOf(learner)}`,
  };
  writeWhole(path.join(folder, 'index.html'), classPage(page));
  for (const file of readdirSync(beside))
    if (ours.test(file) && !written.has(file)) rmSync(path.join(beside, file));
  return done;
}

const ours = /^[0-9a-f]{20}\.html$/;

/** The language of the class: that of most learners, in doubt the instructor's. */
function mostSpoken(spoken: ReadonlyMap<Locale, number>, own: Locale): Locale {
  const count = (locale: Locale) => spoken.get(locale) ?? 0;
  return locales.reduce((most, locale) => (count(locale) > count(most) ? locale : most), own);
}
