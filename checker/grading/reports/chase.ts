import type { Lab } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import { fill, sayIn } from '#labs/kit/text.ts';
import { csvLine } from '../grade-csv.ts';
import { hasAccount } from '../learner.ts';
import type { Marks, StepMark } from '../marks.ts';
import { texts } from './chase.texts.ts';
import { numberOf, stepNumber } from './heat-map.ts';

/** Why somebody's marks are not whole, the most urgent first. */
export type Chased =
  | 'unsafe'
  | 'unreadable'
  | 'not-handed-in'
  | 'not-looked-at'
  | 'partly'
  | 'claimed'
  | 'waiting'
  | 'blocked';

/** Of whom something that counts cannot be told, and why; `undefined`: nobody to chase. */
export function chasedFor(marks: Marks): Chased | undefined {
  const { state, incomplete, learner } = marks;
  if (state === 'withdrawn') return undefined;
  if (state === 'not-looked-at') return hasAccount(learner) ? 'not-looked-at' : 'not-handed-in';
  if (incomplete === 0) return undefined;
  if (state === 'unsafe' || state === 'unreadable') return state;
  const open = openSteps(marks);
  if (open.some((one) => one.credit === 'incomplete' && !isLate(one.result) && !isBlocked(one.result)))
    return 'partly';
  if (open.some(({ source }) => source === 'claimed')) return 'claimed';
  return open.some(({ result }) => isLate(result)) ? 'waiting' : 'blocked';
}

/** A list for mail merge: to whom, in which language, and what to say. */
export function* chaseCsv(
  rows: Iterable<Marks>,
  { className, labs }: { className: string; labs: readonly Lab[] },
): Generator<string> {
  yield csvLine([
    'Name',
    'Email address',
    'Language',
    'Account',
    'Reason',
    'Cause',
    'Incomplete steps',
    'Subject',
    'Body',
    'Learner’s command',
    'Instructor’s command',
  ]);
  for (const marks of rows) {
    const why = chasedFor(marks);
    if (why === undefined) continue;
    const { learner, cause, incomplete } = marks;
    const place = placeOf(marks, why, labs);
    yield csvLine([
      learner.name,
      learner.email ?? '',
      learner.language,
      learner.account,
      why,
      cause ?? place?.mark.result?.cause ?? '',
      incomplete,
      fill(texts.subject, learner.language, { class: className }),
      bodyOf(marks, why, place),
      learnersCommand(why, place),
      instructorsCommand(marks, why, className),
    ]);
  }
}

interface Place {
  mark: StepMark;
  number: string;
  lab: number;
  title: string;
}

/** The step to speak of: for what is blocked it is the one that comes first. */
function placeOf(marks: Marks, why: Chased, labs: readonly Lab[]): Place | undefined {
  const counted = marks.steps.filter(({ of }) => of > 0);
  const wanted =
    why === 'blocked'
      ? counted.find(({ credit }) => credit === 'not-yet')
      : openSteps(marks).find((one) => (why === 'waiting' ? isLate(one.result) : !isBlocked(one.result)));
  const mark = wanted ?? openSteps(marks)[0];
  const lab = labs.find(({ id }) => id === mark?.lab);
  const at = lab?.steps.findIndex(({ id }) => id === mark?.step) ?? -1;
  const title = lab?.steps[at]?.title[marks.learner.language];
  if (!mark || !lab || title === undefined) return undefined;
  return { mark, number: stepNumber(lab, at), lab: numberOf(lab), title };
}

function bodyOf({ learner, incomplete: steps }: Marks, why: Chased, place: Place | undefined): string {
  const { name, language } = learner;
  const step = place ? `${place.number} ${place.title}` : '';
  const first = {
    unsafe: () => fill(texts.unsafe, language, { name, steps }),
    unreadable: () => fill(texts.unreadable, language, { name, steps }),
    'not-handed-in': () => fill(texts.notHandedIn, language, { name }),
    'not-looked-at': () => fill(texts.notLooked, language, { name }),
    partly: () => fill(texts.partly, language, { name, steps, step }),
    claimed: () => fill(texts.claimed, language, { name, steps }),
    waiting: () => fill(texts.waiting, language, { name, step }),
    blocked: () => fill(texts.blocked, language, { name, steps, step }),
  }[why]();
  const result = why === 'claimed' || why === 'waiting' ? null : place?.mark.result;
  const said = [...(result?.messages ?? []), ...(result?.next ? [result.next] : [])];
  return [first, ...said.map((one) => sayIn(one, language))].join(language === 'ja' ? '' : ' ');
}

function learnersCommand(why: Chased, place: Place | undefined): string {
  if (why === 'not-handed-in' || why === 'claimed') return 'handson submit';
  if (why === 'unsafe' || why === 'unreadable' || why === 'not-looked-at') return '';
  return place ? `handson check ${place.lab}` : '';
}

function instructorsCommand({ learner }: Marks, why: Chased, className: string): string {
  if (why === 'unsafe' || why === 'unreadable') return `handson class verify --class ${className}`;
  if (why === 'not-handed-in' || why === 'claimed') return `handson grade ${className} --submissions DIR`;
  return `handson grade ${className} --learner ${word(learner.id)}`;
}

/** As one word of a command line, whatever somebody's address holds. */
function word(text: string): string {
  return /^[\w@./+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const openSteps = ({ steps }: Marks): StepMark[] =>
  steps.filter(({ of, points }) => of > 0 && points === null);
const isLate = (result: Result | null): boolean => result?.outcome === 'waiting';
const isBlocked = (result: Result | null): boolean => result?.outcome === 'blocked';
