import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Args } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { projectRoot } from '#checker/cli/home.ts';
import { Told } from '#checker/cli/told.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import { withdrawnFrom } from '#checker/grading/decisions.ts';
import type { Gradebook, GradeRun } from '#checker/grading/gradebook.ts';
import { labVersions } from '#checker/grading/lab-versions.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseLabs } from '../choose-labs.ts';
import { chooseLearner } from '../class/choose-learner.ts';
import { texts } from './grade.texts.ts';

/** A new run of the gradebook, or with `--resume` the one that was stopped. */
export async function beginRun(args: Args, file: ClassFile, gradebook: Gradebook): Promise<GradeRun> {
  const [labWords, learnerWords] = [args.value('labs'), args.values('learner')];
  if (!args.flag('resume')) {
    const chosen = await chooseLabs(labWords?.split(',').filter(Boolean) ?? []);
    const labs = chosen.map(({ lab }) => lab.id);
    return gradebook.begin({
      began: Date.now(),
      version: JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version,
      labs,
      labVersions: labVersions(labs),
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
  const gone = withdrawnFrom(file);
  if (words.length === 0) return file.learners.filter(({ id }) => !gone.has(id));
  return words.map((word) => {
    const learner = chooseLearner(file, word);
    if (!gone.has(learner.id)) return learner;
    throw new Told(exitCodes.usage, (locale) => fill(texts.withdrawn, locale, { word }));
  });
}
