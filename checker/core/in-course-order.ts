import type { CheckEvent } from './events.ts';

type ResultEvent = Extract<CheckEvent, { type: 'result' }>;

/** What was seen, lab by lab and step by step: results come as they are ready, people are told the first open step. */
export function inCourseOrder(events: readonly CheckEvent[]): ResultEvent[] {
  const results = new Map(events.flatMap((event) => (event.type === 'result' ? [[event.step, event]] : [])));
  const steps = events.flatMap((event) => (event.type === 'lab' ? event.lab.steps : []));
  return steps.flatMap((step) => results.get(step) ?? []);
}
