import type { Lab } from '#labs/kit/lab.ts';
import { type Locale, sayIn } from '#labs/kit/text.ts';
import { outcomeOf } from '../core/outcome-of.ts';
import type { GradeRun, Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { creditOf, scoreOf } from './score.ts';

/** The members of `handson.grade/1` before the learners, as docs/schemas describe it. */
export function reportHead(className: string, { id, began, ended, version, labs }: GradeRun) {
  return {
    schema: 'handson.grade/1',
    class: className,
    run: {
      id,
      began: new Date(began).toISOString(),
      ended: ended === undefined ? null : new Date(ended).toISOString(),
      version,
      labs,
    },
  };
}

/** One learner of `handson.grade/1`. No e-mail address and no external id: a report is passed on. */
export function reportLearner(learner: Learner, standing: Standing, labs: readonly Lab[], locale: Locale) {
  const { id, name, account, prefix } = learner;
  return {
    id,
    name,
    account,
    prefix,
    at: new Date(standing.at).toISOString(),
    state: standing.state,
    cause: standing.cause,
    score: scoreOf(standing.steps),
    labs: labs.map((lab) => {
      const steps = standing.steps.filter((one) => one.lab === lab.id);
      return {
        id: lab.id,
        outcome: outcomeOf(steps.map(({ result, optional }) => ({ outcome: result.outcome, optional }))),
        steps: steps.map((one) => stepOf(one, locale)),
      };
    }),
  };
}

function stepOf(one: Standing['steps'][number], locale: Locale) {
  const { step, optional, result, best } = one;
  return {
    id: step,
    credit: creditOf(one),
    outcome: result.outcome,
    cause: result.cause,
    message: result.messages.map((said) => sayIn(said, locale)).join('\n'),
    next: result.next ? sayIn(result.next, locale) : null,
    evidence: result.evidence,
    firstPassed: best ? { at: new Date(best.at).toISOString(), run: best.run } : null,
    ...(optional ? { optional: true } : {}),
  };
}
