import { texts as apiTexts } from '#labs/04-api-lambda/lab.texts.ts';
import { labs as course } from '#labs/all.ts';
import type { Lab } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Said } from '#labs/kit/text.ts';
import { type ClassFile, newClass } from '../class-file.ts';
import type { Learner } from '../learner.ts';
import { countedIn, type Marks, type StepMark } from '../marks.ts';

export const allLabs: readonly Lab[] = await Promise.all(course.map(({ load }) => load()));

export const at = Date.UTC(2026, 10, 20, 3, 4, 5);

/** Names that a page, a spreadsheet, a terminal or a comment could take for something else. */
export const hardNames = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x.invalid")',
  '-Ann',
  '山田 花子',
  'Nguyễn Thị Hoa',
  'a|b @team <b>c</b>',
  '"Quoted", Jr.',
  'Zoë\u202eevil\u0007',
];

/** The class that they are in. */
export const sampleFile = (rows: readonly Marks[]): ClassFile => ({
  ...newClass({
    name: 'spring',
    instructor: '999988887777',
    region: 'ap-northeast-1',
    at: '2026-11-01T00:00:00.123Z',
  }),
  learners: rows.map(({ learner }) => learner),
});

const kinds = ['finished', 'half-way', 'not redeployed', 'unreadable', 'mixed', 'empty'] as const;

export type Kind = (typeof kinds)[number] | 'not looked at' | 'withdrawn';

/** A class as one finds it, in a fixed order: hard names first, every kind in turn. */
export function sampleClass(size: number): Marks[] {
  return Array.from({ length: size }, (_, at) => {
    const kind = at === 6 ? 'not looked at' : at === 7 ? 'withdrawn' : (kinds[at % kinds.length] ?? 'empty');
    return sampleMarks(sampleLearner(at), kind);
  });
}

export function sampleLearner(at: number): Learner {
  const account = String(200000000000 + at * 1001);
  const name =
    hardNames[at] ??
    `${['Mai', 'Ren', 'Kim', 'Ada', 'Lan'][at % 5]} ${String.fromCharCode(65 + (at % 26))}. ${at}`;
  return {
    id: account,
    name,
    email: `learner${at}@example.com`,
    account,
    role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
    region: 'ap-northeast-1',
    prefix: '',
    language: (['ja', 'vi', 'en'] as const)[at % 3] ?? 'en',
    externalId: `external-${at}`,
  };
}

export function sampleMarks(learner: Learner, kind: Kind): Marks {
  const steps = kind === 'not looked at' ? [] : allLabs.flatMap((lab, n) => stepsOf(lab, n, kind, learner));
  const states = {
    unreadable: 'unreadable',
    'not looked at': 'not-looked-at',
    withdrawn: 'withdrawn',
  } as const;
  return {
    learner,
    state: kind in states ? states[kind as keyof typeof states] : 'read',
    cause: kind === 'unreadable' ? 'denied' : null,
    at: kind === 'not looked at' ? null : at,
    steps,
    cleaned: kind === 'finished' ? { at, points: 0, of: 0 } : { at: null, points: 0, of: 0 },
    ...countedIn(steps),
  };
}

function stepsOf(lab: Lab, n: number, kind: Kind, learner: Learner): StepMark[] {
  return lab.steps.map((step, at) => {
    const place = { lab: lab.id, step: step.id, optional: step.optional ?? false, of: step.optional ? 0 : 1 };
    if (kind === 'finished' || kind === 'withdrawn') return { ...place, ...done };
    if (kind === 'unreadable') return { ...place, ...open(denied) };
    if (kind === 'empty') return { ...place, ...(at === 0 ? missing(notHere) : open(blocked)) };
    if (kind === 'mixed') return { ...place, ...mixed((n * 3 + at) % 8, place.of) };
    if (n < 4) return { ...place, ...done };
    if (n === 4 && at < 3) return { ...place, ...done };
    if (n === 4 && at === 3) {
      const own = kind === 'half-way' ? apiTexts.permissionForOther : apiTexts.noPermission;
      const said = {
        text: own,
        values: { name: 'translate-function', other: 'abc123', id: `own-${learner.id}` },
      };
      return { ...place, ...missing({ ...notHere, cause: 'different', messages: [said] }) };
    }
    return { ...place, ...open(blocked) };
  });
}

type Rest = Omit<StepMark, 'lab' | 'step' | 'optional' | 'of'> & { of?: number };

const evidence = [{ call: 'lambda:GetPolicy', field: 'Statement', expected: 'apigateway', found: null }];
const passed: Result = { outcome: 'pass', cause: null, messages: [], next: null, evidence };
const done: Rest = {
  credit: 'credited',
  points: 1,
  source: 'seen',
  how: null,
  first: { at, run: 1 },
  result: passed,
};
const say = (en: string, ja: string, vi: string): Said => ({ text: { en, ja, vi }, values: {} });
const notHere: Result = {
  outcome: 'fail',
  cause: 'absent',
  messages: [say('It is not there.', 'まだありません。', 'Chưa có.')],
  next: say('Make it.', '作成してください。', 'Hãy tạo nó.'),
  evidence,
};
const blocked: Result = { outcome: 'blocked', cause: 'needs', messages: [], next: null, evidence: [] };
const denied: Result = {
  outcome: 'unknown',
  cause: 'denied',
  messages: [say('The role may not be assumed.', 'ロールを引き受けられません。', 'Không mở được role.')],
  next: null,
  evidence: [],
};
const missing = (result: Result): Rest => ({ ...done, credit: 'not-yet', points: 0, first: null, result });
const open = (result: Result): Rest => ({ ...done, credit: 'incomplete', points: null, first: null, result });

function mixed(which: number, of: number): Rest {
  const all: Rest[] = [
    done,
    { ...done, credit: 'late', points: of * 0.8 },
    { ...done, credit: 'exempt', points: 0, of: 0, source: 'instructor' },
    { ...done, credit: 'set', points: of * 0.5, source: 'instructor' },
    { ...done, source: 'claimed', points: null },
    { ...done, how: 'provided' },
    open({ ...blocked, outcome: 'waiting', cause: 'late' }),
    missing(notHere),
  ];
  return { ...(all[which] ?? done), ...(of === 0 ? { points: 0 } : {}) };
}
