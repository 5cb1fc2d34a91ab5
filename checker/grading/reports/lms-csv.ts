import type { Lab } from '#labs/kit/lab.ts';
import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import { type Cell, csvLine } from '../grade-csv.ts';
import type { Marks } from '../marks.ts';
import type { Rules } from '../rules.ts';
import { hasCredit } from './class-tally.ts';
import { stepNumber } from './heat-map.ts';
import { labName, labPoints, labWorth } from './lab-points.ts';
import { texts } from './lms-csv.texts.ts';

export interface LmsExport {
  className: string;
  labs: readonly Lab[];
  rules: Rules;
  locale: Locale;
  /** Who is left out: without an e-mail address a platform would take the row for somebody else's. */
  left(marks: Marks): void;
}

/**
 * For Moodle's "Import grades from CSV": `Email address` is mapped to the user, each lab to a grade item, and the column
 * beside it to the feedback of that item, because Moodle drops the one that comes without the other. A dash is no grade.
 * Moodle gives a row without an address to the learner of the row before: so there is none.
 */
export function* moodleCsv(rows: Iterable<Marks>, lms: LmsExport): Generator<string> {
  const { labs, rules, locale } = lms;
  const worths = labs.map((lab) => labWorth(lab, rules));
  const heads = labs.flatMap((lab) => {
    const name = labName(lab, locale);
    return [name, fill(texts.feedback, locale, { lab: name })];
  });
  const cleaned = rules.cleaned > 0 ? [texts.cleaned[locale]] : [];
  yield csvLine(['Name', 'Email address', ...heads, ...cleaned].map(oneLine));
  for (const marks of withAddress(rows, lms)) {
    const { name, email } = marks.learner;
    const grades = labs.flatMap((lab, at): Cell[] => [
      moodleGrade(labPoints(marks, lab, worths[at] ?? 0)),
      oneLine(feedbackOf(marks, lab)),
    ]);
    const clean = cleaned.map(() => moodleGrade(marks.cleaned.points));
    yield csvLine([oneLine(name), email, ...grades, ...clean]);
  }
}

/**
 * For Canvas's gradebook import: learners by their login, labs as assignments, and what each is worth in the second row.
 * An empty cell leaves a grade alone; `EX` is Canvas's word for excused.
 */
export function* canvasCsv(rows: Iterable<Marks>, lms: LmsExport): Generator<string> {
  const { labs, rules, locale, className } = lms;
  const worths = labs.map((lab) => labWorth(lab, rules));
  const cleaned = rules.cleaned > 0 ? [texts.cleaned[locale]] : [];
  const heads = [...labs.map((lab) => labName(lab, locale)), ...cleaned];
  const most = cleaned.length > 0 ? [...worths, rules.cleaned] : worths;
  yield csvLine(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...heads.map(oneLine)]);
  yield csvLine(['    Points Possible', null, null, null, null, ...most]);
  for (const marks of withAddress(rows, lms)) {
    const { name, email } = marks.learner;
    const grades = labs.map((lab, at) => {
      const points = labPoints(marks, lab, worths[at] ?? 0);
      return points === 'exempt' ? 'EX' : points;
    });
    const clean = cleaned.map(() => marks.cleaned.points);
    yield csvLine([studentName(name), null, null, email, oneLine(className), ...grades, ...clean]);
  }
}

type Addressed = Marks & { learner: { email: string } };

function* withAddress(rows: Iterable<Marks>, { left }: LmsExport): Generator<Addressed> {
  for (const marks of rows) {
    if (marks.state === 'withdrawn') continue;
    if (marks.learner.email) yield marks as Addressed;
    else left(marks);
  }
}

function moodleGrade(points: ReturnType<typeof labPoints>): Cell {
  return typeof points === 'number' ? points : { sign: '-' };
}

/** What is open in a lab, in the learner's own language. */
function feedbackOf({ steps, learner }: Marks, lab: Lab): string {
  const { language } = learner;
  const mine = steps.filter((one) => one.lab === lab.id && one.of > 0);
  const open = mine.filter((one) => !hasCredit(one));
  if (mine.length > 0 && open.length === 0)
    return texts[mine.some(({ points }) => points === null) ? 'claimed' : 'done'][language];
  const told = open.flatMap(({ step: id, result }) => {
    const at = lab.steps.findIndex((one) => one.id === id);
    const [said] = result?.messages ?? [];
    if (result?.outcome !== 'fail' || !said) return [];
    const next = result.next ? ` → ${sayIn(result.next, language)}` : '';
    return [
      `${stepNumber(lab, at)} ${lab.steps[at]?.title[language] ?? id}: ${sayIn(said, language)}${next}`,
    ];
  });
  return told.length > 0 ? told.join(' / ') : texts.notSeen[language];
}

/** The importers read some lines before they know of quotes, and show feedback as HTML. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim();
}

/** Canvas takes every row whose name holds these words for the row of what can be had. */
function studentName(name: string): string {
  return oneLine(name).replaceAll(/Points Possible/g, 'points possible');
}
