import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { Lab } from '#labs/kit/lab.ts';
import type { ClassFile } from '../grading/class-file.ts';
import type { GradeRun } from '../grading/gradebook.ts';
import { marksOf } from '../grading/marks.ts';
import { standingFor } from '../grading/standing-for.ts';
import { openRows, type Rows } from './class-rows.ts';
import type { ClassSource } from './class-source.ts';
import type { Watching } from './class-watching.ts';
import type { RoundReport } from './class-wire.ts';

/** A class as it stands in its file and its gradebook, and since when each cell shows what it shows. */
export interface ClassView {
  /** Another one at each start: what a page has seen of one says nothing of another. */
  instance: string;
  /** Grows with each change. */
  seq: number;
  /** What a page must have been drawn for. */
  shape: string;
  file: ClassFile;
  labs: readonly Lab[];
  rows: Rows;
  round: RoundReport;
  run: GradeRun | undefined;
  /** Steps that were done in this run, and that were done before it and are not any more. */
  gained: number;
  lost: number;
  /** The newest look that is in it. */
  lastLook: number;
}

export async function buildView(
  file: ClassFile,
  labs: readonly Lab[],
  source: ClassSource,
): Promise<ClassView> {
  const view: ClassView = {
    instance: crypto.randomUUID(),
    seq: 0,
    shape: shapeOf(file, labs),
    file,
    labs,
    rows: openRows(columnsOf(labs)),
    round: nobodyLooked,
    run: undefined,
    gained: 0,
    lost: 0,
    lastLook: source.lastLook(),
  };
  await readAgain(view, source, () => true, 0);
  return view;
}

/** Reads again who was looked at and seen to be otherwise than before; `decided`: the class's file is another one by now. */
export async function renewView(
  view: ClassView,
  source: ClassSource,
  { run, decided }: { run: GradeRun | undefined; decided: boolean },
): Promise<void> {
  if (view.run?.id !== run?.id) Object.assign(view, { gained: 0, lost: 0 });
  const looks = source.looksAfter(view.lastLook);
  // After a regrade the same sight is another mark.
  const again = new Set(view.file.history.flatMap((one) => (one.what === 'regrade' ? [one.learner] : [])));
  const others = new Set(
    looks.filter(({ changed, learner }) => changed || again.has(learner)).map(({ learner }) => learner),
  );
  if (decided || others.size > 0) {
    await readAgain(view, source, (learner) => decided || others.has(learner), view.seq + 1);
    view.seq++;
  }
  view.lastLook = looks.at(-1)?.id ?? view.lastLook;
}

/** Says which run it is and how far; returns what of that is news. */
export function turnTo(
  view: ClassView,
  source: ClassSource,
  run: GradeRun | undefined,
  watching: Watching | undefined,
): { round: boolean; over: boolean } {
  // A short round may have begun and ended since.
  const wasOpen = view.run?.id !== run?.id || view.run?.ended === undefined;
  const round: RoundReport = {
    at: run?.began ?? null,
    number: watching?.round ?? null,
    looked: run ? source.looked(run.id) : 0,
    asked: run?.learners.length ?? view.file.learners.length,
    next: watching?.next ?? null,
    trouble: watching?.trouble ?? null,
  };
  const isOther = JSON.stringify(round) !== JSON.stringify(view.round);
  Object.assign(view, { run, round });
  return { over: wasOpen && run?.ended !== undefined, round: isOther };
}

const columnsOf = (labs: readonly Lab[]) =>
  labs.flatMap(({ id, steps }) => steps.map((step) => ({ lab: id, step: step.id })));

/** What a page must have been drawn for: the same people and the same steps. */
export function shapeOf(file: ClassFile, labs: readonly Lab[]): string {
  const people = file.learners.map(({ id, name }) => [id, name]);
  const drawn = JSON.stringify([file.name, columnsOf(labs), people]);
  return createHash('sha256').update(drawn).digest('hex').slice(0, 16);
}

async function readAgain(
  view: ClassView,
  source: ClassSource,
  isAsked: (learner: string) => boolean,
  seq: number,
): Promise<void> {
  const { file, rows } = view;
  let read = 0;
  for (const [at, learner] of file.learners.entries()) {
    if (!isAsked(learner.id)) continue;
    const gradebook = source.gradebook();
    const standing = gradebook && standingFor(file, learner.id, gradebook);
    const { gained, lost } = rows.put(at, marksOf(file, learner, standing), seq);
    view.gained += gained;
    view.lost += lost;
    // Everybody else in this process is served in between.
    if (++read % 20 === 0) await breath();
  }
}

const nobodyLooked: RoundReport = { at: null, number: null, looked: 0, asked: 0, next: null, trouble: null };
