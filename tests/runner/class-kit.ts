import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ClassFile, classFolder, newClass, writeClass } from '#checker/grading/class-file.ts';
import type { LearnerGrade } from '#checker/grading/grade-learner.ts';
import { type Gradebook, openGradebook } from '#checker/grading/gradebook.ts';
import type { Learner } from '#checker/grading/learner.ts';
import type { ClassEvent } from '#checker/runner/class-wire.ts';
import { startClassBoard } from '#checker/runner/start-class-board.ts';
import type { Outcome, Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { allLabs } from '../labs/standing.ts';

/** Names that a page could take for something else. */
export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '"onmouseover="alert(3)',
  'Zoë \u202eevil\u202c',
  'م\u200fمحمد',
  'W'.repeat(120),
  '長い名前'.repeat(30),
  '山田 花子',
  'Nguyễn Thị Hoa',
];

const hostileText = {
  en: '<img src=x onerror=alert(4)> {name}',
  ja: '<img src=x onerror=alert(4)> {name}',
  vi: '<img src=x onerror=alert(4)> {name}',
} as const;

export interface Pupil {
  /** How many steps pass, in the order of the course. */
  done: number;
  /** What the next step is. */
  stand?: Outcome | Result;
}

/** A class with its gradebook on disk, filled as a grading run fills it. */
export async function openClass(
  size: number,
  { home: given, names = hostileNames }: { home?: string; names?: readonly string[] } = {},
) {
  const home = given ?? (await mkdtemp(path.join(tmpdir(), 'handson-class-')));
  const learners = Array.from({ length: size }, (_, at) => learnerOf(at, names[at] ?? `Learner ${at}`));
  const file: ClassFile = {
    ...newClass({
      name: 'spring',
      instructor: '999988887777',
      region: 'ap-northeast-1',
      at: '2026-11-20T00:00:00Z',
    }),
    learners,
  };
  writeClass(home, file);
  const open: { book?: Gradebook } = {};
  const book = () => {
    open.book ??= openGradebook(classFolder(home, file.name));
    return open.book;
  };
  return {
    home,
    file,
    learners,
    folder: classFolder(home, file.name),
    book,
    begin: () =>
      book().begin({
        began: Date.now(),
        version: '0.1.0',
        labs: allLabs.map(({ id }) => id),
        learners: learners.map(({ id }) => id),
      }).id,
    keep: (run: number, at: number, pupil: Pupil) =>
      book().keep(run, Date.now(), gradeOf(learners[at] as Learner, pupil)),
    end: (run: number) => book().end(run, Date.now()),
    /** A whole run. */
    round(pupilOf: (at: number) => Pupil): number {
      const run = this.begin();
      for (const at of learners.keys()) this.keep(run, at, pupilOf(at));
      this.end(run);
      return run;
    },
    async serve({ initials = false, port = 0 }: { initials?: boolean; port?: number } = {}) {
      const failures: unknown[] = [];
      const served = await startClassBoard({
        home,
        labs: allLabs,
        locale: 'en',
        only: file.name,
        initials,
        port,
        failed: (error) => failures.push(error),
      });
      return { ...served, failures };
    },
    async close() {
      open.book?.close();
      if (given === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}

export type OpenClass = Awaited<ReturnType<typeof openClass>>;

function learnerOf(at: number, name: string): Learner {
  const account = String(200000000000 + at * 1001);
  return {
    id: account,
    name,
    email: `learner${at}@example.com`,
    account,
    role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
    region: 'ap-northeast-1',
    prefix: '',
    language: 'en',
    externalId: `external-${at}`,
  };
}

const steps = allLabs.flatMap((lab) => lab.steps.map((step) => ({ lab: lab.id, step })));

function gradeOf({ id }: Learner, { done, stand = 'fail' }: Pupil): LearnerGrade {
  return {
    learner: id,
    state: stand === 'unknown' ? (done > 0 ? 'partly' : 'unreadable') : 'read',
    cause: stand === 'unknown' ? 'denied' : null,
    calls: 20,
    steps: steps.map(({ lab, step }, at) => ({
      lab,
      step: step.id,
      optional: step.optional ?? false,
      result:
        at < done
          ? passed
          : at === done
            ? typeof stand === 'string'
              ? results[stand]
              : stand
            : stand === 'unknown'
              ? results.unknown
              : results.blocked,
    })),
  };
}

const passed: Result = { outcome: 'pass', cause: null, messages: [], next: null, evidence: [] };
const hostile = says(hostileText, { name: '</q><script>alert(5)</script>' });
const results: Record<Outcome, Result> = {
  pass: passed,
  fail: {
    outcome: 'fail',
    cause: 'different',
    messages: [hostile],
    next: hostile,
    evidence: [{ call: 'lambda:Get', field: '<b>', expected: 256, found: '<script>alert(6)</script>' }],
  },
  waiting: { ...passed, outcome: 'waiting', cause: 'late', messages: [hostile] },
  blocked: { ...passed, outcome: 'blocked', cause: 'needs', messages: [hostile] },
  unknown: { ...passed, outcome: 'unknown', cause: 'denied', messages: [hostile] },
};

/** Asked as a page of the board's own asks. */
export const asPage = { 'sec-fetch-site': 'same-origin' };

/** Reads a stream as the page does. */
export async function hear(url: string, page: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${url}/class/spring/events?${new URLSearchParams({ lang: 'en', ...page })}`, {
    headers: asPage,
    signal: stop.signal,
  });
  if (!response.ok || !response.body) throw new Error(`${response.status}`);
  const events: ClassEvent[] = [];
  const heard = { bytes: 0 };
  const body = response.body;
  const ended = (async () => {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      heard.bytes += Buffer.byteLength(chunk);
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) events.push(JSON.parse(data) as ClassEvent);
      }
    }
  })().catch(() => {});
  return { events, heard, ended, close: () => stop.abort() };
}

/** What a page says of itself when it asks for its stream. */
export function seenIn(html: string): Record<string, string> {
  const of = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? '';
  return { instance: of('instance'), seq: of('seq'), shape: of('shape') };
}
