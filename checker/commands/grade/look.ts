import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { sharedHandler } from '#checker/core/shared-handler.ts';
import { tellTrouble } from '#checker/core/tell-trouble.ts';
import { assumeRole, InstructorTrouble } from '#checker/grading/assume-role.ts';
import { callPace } from '#checker/grading/call-pace.ts';
import { type ClassFile, changeClass, withAccess } from '#checker/grading/class-file.ts';
import { lookingAt } from '#checker/grading/class-lock.ts';
import { withdrawnFrom } from '#checker/grading/decisions.ts';
import { gradeLearner, type LearnerGrade } from '#checker/grading/grade-learner.ts';
import { gradeRun } from '#checker/grading/grade-run.ts';
import type { Gradebook, GradeRun } from '#checker/grading/gradebook.ts';
import type { Access, Learner } from '#checker/grading/learner.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { keptFor, standingFor } from '#checker/grading/standing-for.ts';
import { provenCredentials } from '#checker/grading/verify-access.ts';
import type { OpenTarget } from '#checker/target/open-target.ts';
import { labs as course } from '#labs/all.ts';
import type { Lab } from '#labs/kit/lab.ts';
import { fill, sayIn } from '#labs/kit/text.ts';
import { learnerLine } from './learner-line.ts';
import { texts as progressTexts } from './progress.texts.ts';
import { progressLine } from './progress.ts';
import { keepHeapSmall } from './small-heap.ts';

export interface Grading {
  file: ClassFile;
  gradebook: Gradebook;
  begun: GradeRun;
  labs: readonly Lab[];
  reached: OpenTarget;
  concurrency: number;
}

/** Looks at every learner of the run who has not been looked at in it, and says so learner by learner. */
export async function lookAtAll(grading: Grading, cli: Cli): Promise<void> {
  const { file, gradebook, begun, concurrency } = grading;
  const { signal } = cli;
  keepHeapSmall();
  const before = gradebook.done(begun.id).size;
  const counts = { all: begun.learners.length, before, done: 0, running: 0, unreadable: 0 };
  const learners = new Map(file.learners.map((one) => [one.id, one]));
  const progress = progressLine(cli, { now: Date.now });
  const gone = withdrawnFrom(file);
  const line = learnerLine(file.learners, cli);
  const look = await openLook(grading, signal);
  const looking = lookingAt(cli.home, file.name);
  if (before > 0) cli.note(resumed(begun, before, cli));
  try {
    for await (const one of gradeRun({
      gradebook,
      run: begun,
      // Who has left since the run began is not looked at when it goes on.
      learners: file.learners.filter(({ id }) => !gone.has(id)),
      concurrency,
      now: Date.now,
      signal,
      async grade(learner, stop) {
        counts.running++;
        progress.show(counts);
        return look.at(learner, stop).finally(() => counts.running--);
      },
    })) {
      counts.done++;
      if (one.state === 'unreadable' || one.state === 'unsafe') counts.unreadable++;
      const learner = learners.get(one.learner);
      if (learner && !cli.json) {
        progress.clear();
        cli.print(line(marksOf(file, learner, standingFor(file, learner.id, gradebook, begun.id))));
      }
      progress.show(counts);
    }
  } catch (error) {
    if (!(error instanceof InstructorTrouble)) throw error;
    throw ownTrouble(error, grading, before + counts.done);
  } finally {
    progress.clear();
    look.close();
    looking.end();
    keepVerdicts(file.name, look.verdicts, cli);
  }
}

/** What was found of roles that nobody had verified stands in the class file, as if they had been. */
function keepVerdicts(name: string, verdicts: ReadonlyMap<string, Access>, { home }: Cli): void {
  const at = new Date().toISOString();
  if (verdicts.size > 0) changeClass(home, name, (now) => withAccess(now, verdicts, at));
}

/** All that looks share: the way out, the rates, and the instructor's own eyes. */
async function openLook({ file, gradebook, labs, reached }: Grading, signal: AbortSignal) {
  const shared = sharedHandler(reached.connection, { sockets: 200 });
  const pace = callPace({ now: Date.now, sleep: (ms) => sleep(ms, signal) });
  const reach = { ...reached.connection, requestHandler: shared.handler };
  const eyes = assumeRole({ ...reach, pace: pace.of(file.instructor) }, { signal });
  // What is left of the course is asked for where it is worth points, since it may take a call more.
  const whole = file.rules?.cleaned ? await Promise.all(course.map(({ load }) => load())) : undefined;
  const verdicts = new Map<string, Access>();
  return {
    verdicts,
    at: (learner: Learner, stop: AbortSignal): Promise<LearnerGrade> =>
      gradeLearner(learner, {
        labs,
        credentials: () =>
          provenCredentials(learner, eyes.credentials, (access) => verdicts.set(learner.id, access)),
        checkSelf: eyes.checkSelf,
        reach,
        kind: reached.target.kind,
        kept: keptFor(file, learner.id, gradebook),
        pace: pace.of,
        now: Date.now,
        sleep: (ms, end) => sleep(ms, end ?? stop),
        signal: stop,
        ...(whole ? { course: whole } : {}),
      }),
    close() {
      eyes.close();
      shared.close();
    },
  };
}

/** Ends early where it is told to, without an error that nobody would read: every step sleeps beside its look. */
function sleep(ms: number, stop?: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const end = () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      wake();
    };
    const timer = setTimeout(end, stop?.aborted ? 0 : ms);
    stop?.addEventListener('abort', end);
  });
}

function resumed({ id, began, learners }: GradeRun, before: number, cli: Cli): string {
  const format = new Intl.DateTimeFormat(cli.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const [all, left] = [learners.length, learners.length - before];
  return cli.say(progressTexts.resumes, { run: id, began: format.format(began), left, all });
}

function ownTrouble({ cause }: InstructorTrouble, { file, reached }: Grading, done: number): Told {
  const { account, region } = reached.target;
  const { messages, next } = tellTrouble(cause, { account, region });
  return new Told(exitCodes.cannotTell, (locale) => {
    const reason = [...messages, ...(next ? [next] : [])].map((said) => sayIn(said, locale)).join(' ');
    return fill(progressTexts.instructor, locale, { reason, done, name: file.name });
  });
}
