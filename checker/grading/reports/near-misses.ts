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
        const next =
          mark.result.next && sayable(withoutOwnValues(mark.result.next, mark.result, marks.learner));
        const before = found.get(key);
        if (before) {
          before.learners++;
          before.said = common(before.said, mine);
          before.next = before.next && next && sayable(common(before.next, next));
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

/** An action of IAM, as the sentence about a role names it. */
const action = /^[a-z0-9-]+:[A-Z][A-Za-z]+$/;

/** Values that the course itself gave stay: its names, what a check expects, and actions of IAM. */
function withoutOwnValues({ text, values }: Said, { evidence }: Result, learner: Learner): Said {
  const { account, prefix } = learner;
  const names: readonly string[] = Object.values(courseNames(''));
  const expected = evidence.map((one) => one.expected as unknown);
  const plainOf = (value: string | number) => {
    // Of an ARN the name is enough, and the account in it is nobody's business.
    const last = String(value).startsWith('arn:') ? (String(value).split(/[:/]/).at(-1) ?? '') : value;
    return prefix && String(last).startsWith(prefix) ? String(last).slice(prefix.length) : last;
  };
  const kept = Object.entries(values).map(([name, value]) => {
    const plain = plainOf(value);
    const isOfCourse =
      names.includes(String(plain)) || expected.includes(plain) || action.test(String(plain));
    if (isOfCourse && !String(plain).includes(account)) return [name, plain] as const;
    // The console names a role after its function, with something random behind it.
    const known = names.find((one) => String(plain).startsWith(`${one}-role-`));
    return [name, known ? `${known}-role-…` : '…'] as const;
  });
  return { text, values: Object.fromEntries(kept) };
}

/** Advice with a gap in it helps nobody. */
function sayable(said: Said): Said | null {
  return Object.values(said.values).includes('…') ? null : said;
}

function common(a: Said, b: Said): Said {
  const values = Object.entries(a.values).map(
    ([name, value]) => [name, value === b.values[name] ? value : '…'] as const,
  );
  return { text: a.text, values: Object.fromEntries(values) };
}
