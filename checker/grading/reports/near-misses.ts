import { courseNames } from '#labs/kit/names.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Said } from '#labs/kit/text.ts';
import type { Learner } from '../learner.ts';
import type { Marks, StepMark } from '../marks.ts';

/** The same thing missing for several learners: something to say to all of them at once. */
export interface NearMiss {
  lab: string;
  step: string;
  learners: number;
  said: Said;
  next: Said | null;
}

/** Groups by lab, step and sentence; of what learners called their things nothing is kept. */
export function nearMissCounter() {
  const found = new Map<string, NearMiss>();
  return {
    add(marks: Marks): void {
      for (const mark of nearMissesOf(marks)) {
        const [said] = mark.result.messages;
        if (!said) continue;
        const key = JSON.stringify([mark.lab, mark.step, said.text.en]);
        const mine = withoutOwnValues(said, mark.result, marks.learner);
        const next = mark.result.next && withoutOwnValues(mark.result.next, mark.result, marks.learner);
        const before = found.get(key);
        if (before) {
          before.learners++;
          before.said = common(before.said, mine);
          before.next = before.next && next ? common(before.next, next) : null;
        } else found.set(key, { lab: mark.lab, step: mark.step, learners: 1, said: mine, next });
      }
    },
    top: (most: number): NearMiss[] =>
      [...found.values()].sort((a, b) => b.learners - a.learners).slice(0, most),
  };
}

type Missed = StepMark & { result: Result };

/** What is nearly there. Who has not begun a lab has missed nothing. */
function nearMissesOf({ steps, state }: Marks): Missed[] {
  if (state === 'withdrawn') return [];
  const begun = new Set(steps.filter(({ points }) => (points ?? 0) > 0).map(({ lab }) => lab));
  return steps.filter((mark): mark is Missed => {
    const { credit, result, lab } = mark;
    if (credit !== 'not-yet' || result?.outcome !== 'fail') return false;
    return result.cause !== 'absent' || begun.has(lab) || isElsewhere(result);
  });
}

/** Absent by its name here, and something like it was seen: under another name, or in another region. */
function isElsewhere({ evidence, messages }: Result): boolean {
  return evidence.some(({ found }) => found !== null) || Boolean(messages[0]?.values.other);
}

/** Values that the course itself gave stay: its names, and what a check expects. */
function withoutOwnValues({ text, values }: Said, { evidence }: Result, learner: Learner): Said {
  const { account, prefix } = learner;
  const ofCourse = new Set<unknown>([
    ...Object.values(courseNames('')),
    ...evidence.map(({ expected }) => expected),
  ]);
  const kept = Object.entries(values).map(([name, value]) => {
    const plain =
      prefix && typeof value === 'string' && value.startsWith(prefix) ? value.slice(prefix.length) : value;
    const isOwn = !ofCourse.has(plain) || String(plain).includes(account);
    return [name, isOwn ? '…' : plain] as const;
  });
  return { text, values: Object.fromEntries(kept) };
}

function common(a: Said, b: Said): Said {
  const values = Object.entries(a.values).map(
    ([name, value]) => [name, value === b.values[name] ? value : '…'] as const,
  );
  return { text: a.text, values: Object.fromEntries(values) };
}
