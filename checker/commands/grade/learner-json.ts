import { reportLearner } from '#checker/grading/grade-report.ts';
import { type Locale, sayIn } from '#labs/kit/text.ts';
import { historyLine } from '../class/history-line.ts';
import type { Seen } from './learner-seen.ts';

/** `handson.grade-learner/1`: one learner of `handson.grade/1`, and how it came to be. */
export function learnerJson(seen: Seen, locale: Locale) {
  const { file, marks, ids, labs, spells, changes, decisions, requests } = seen;
  return {
    schema: 'handson.grade-learner/1',
    class: file.name,
    learner: reportLearner(marks, labs, locale),
    formerIds: ids.slice(1),
    history: spells.map(({ lab, step, from, to, runs, source, how, result }) => ({
      lab,
      step,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      runs,
      source,
      how,
      outcome: result.outcome,
      cause: result.cause,
      message: result.messages.map((said) => sayIn(said, locale)).join('\n'),
      evidence: result.evidence,
    })),
    changes: changes.map(({ lab, step, was, is }) => ({ lab, step, was: was.outcome, is: is.outcome })),
    decisions: decisions.map((one) => ({
      at: one.at,
      what: one.what,
      told: historyLine(one, locale),
      reason: one.reason,
    })),
    requests,
  };
}
