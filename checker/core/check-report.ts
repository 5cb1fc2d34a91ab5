import type { Cause, Evidence, Outcome } from '#labs/kit/result.ts';
import { type Locale, sayIn } from '#labs/kit/text.ts';
import type { CheckEvent } from './events.ts';

/** `handson.check/1`, as docs/schemas describe it. */
export interface CheckReport {
  schema: 'handson.check/1';
  target: { kind: 'sandbox' | 'aws'; account: string; region: string };
  labs: Array<{ id: string; outcome: Outcome; steps: StepReport[] }>;
}

export interface StepReport {
  id: string;
  outcome: Outcome;
  cause: Cause | null;
  message: string;
  next: string | null;
  evidence: readonly Evidence[];
  optional?: true;
  kept?: true;
}

/** Gathers the events of a run into one document, in the order of the course. */
export function checkReport(events: readonly CheckEvent[], locale: Locale): CheckReport {
  const report: CheckReport = {
    schema: 'handson.check/1',
    target: { kind: 'sandbox', account: '', region: '' },
    labs: [],
  };
  for (const event of events) {
    if (event.type === 'target') {
      const { kind, account, region } = event.target;
      report.target = { kind, account, region };
    }
    if (event.type === 'lab') report.labs.push({ id: event.lab.id, outcome: 'unknown', steps: [] });
    const lab = 'lab' in event ? report.labs.find(({ id }) => id === event.lab.id) : undefined;
    if (event.type === 'lab-done' && lab) lab.outcome = event.outcome;
    if (event.type === 'result' && lab) lab.steps.push(stepReport(event, locale));
  }
  for (const event of events) if (event.type === 'lab') inOrder(report, event);
  return report;
}

/** One step as `handson.check/1` holds it, in a run's document and in the runner's events alike. */
export function stepReport(
  { step, result }: Extract<CheckEvent, { type: 'result' }>,
  locale: Locale,
): StepReport {
  return {
    id: step.id,
    outcome: result.outcome,
    cause: result.cause,
    message: result.messages.map((message) => sayIn(message, locale)).join('\n'),
    next: result.next ? sayIn(result.next, locale) : null,
    evidence: result.evidence,
    ...(step.optional ? { optional: true } : {}),
    ...(result.kept ? { kept: true } : {}),
  };
}

function inOrder(report: CheckReport, { lab }: Extract<CheckEvent, { type: 'lab' }>): void {
  const order = lab.steps.map(({ id }) => id);
  report.labs
    .find(({ id }) => id === lab.id)
    ?.steps.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
