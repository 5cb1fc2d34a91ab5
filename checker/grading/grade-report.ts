import type { Lab } from '#labs/kit/lab.ts';
import { type Locale, sayIn } from '#labs/kit/text.ts';
import { outcomeOf } from '../core/outcome-of.ts';
import type { GradeRun } from './gradebook.ts';
import type { Marks, StepMark } from './marks.ts';

/** The members of `handson.grade/1` before the learners, as docs/schemas describe it. */
export function reportHead(
  className: string,
  { id, began, ended, version, labs, labVersions = {} }: GradeRun,
) {
  return {
    schema: 'handson.grade/1',
    class: className,
    run: {
      id,
      began: new Date(began).toISOString(),
      ended: ended === undefined ? null : new Date(ended).toISOString(),
      version,
      labs,
      labVersions,
    },
  };
}

/** One learner of `handson.grade/1`. No e-mail address and no external id: a report is passed on. */
export function reportLearner(marks: Marks, labs: readonly Lab[], locale: Locale) {
  const { id, name, account, prefix } = marks.learner;
  const { points, of, incomplete } = marks;
  return {
    id,
    name,
    account,
    prefix,
    at: marks.at === null ? null : new Date(marks.at).toISOString(),
    state: marks.state,
    cause: marks.cause,
    score: { points, of, incomplete },
    cleaned: {
      at: marks.cleaned.at === null ? null : new Date(marks.cleaned.at).toISOString(),
      points: marks.cleaned.points,
      of: marks.cleaned.of,
    },
    labs: labs.map((lab) => {
      const steps = marks.steps.filter((one) => one.lab === lab.id);
      const outcomes = steps.flatMap(({ result, optional }) =>
        result ? [{ outcome: result.outcome, optional }] : [],
      );
      // Of no steps at all every one has passed, and nobody has seen any.
      const outcome = outcomes.length === 0 ? 'unknown' : outcomeOf(outcomes);
      return { id: lab.id, outcome, steps: steps.map((one) => stepOf(one, locale)) };
    }),
  };
}

function stepOf(mark: StepMark, locale: Locale) {
  const { step, optional, result, first, credit, points, of, source, how } = mark;
  return {
    id: step,
    credit,
    points,
    of,
    source,
    how,
    outcome: result?.outcome ?? null,
    cause: result?.cause ?? null,
    message: (result?.messages ?? []).map((said) => sayIn(said, locale)).join('\n'),
    next: result?.next ? sayIn(result.next, locale) : null,
    evidence: result?.evidence ?? [],
    firstPassed: first ? { at: new Date(first.at).toISOString(), run: first.run } : null,
    ...(optional ? { optional: true } : {}),
  };
}
