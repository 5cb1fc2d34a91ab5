import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { Lab } from '#labs/kit/lab.ts';
import type { Locale } from '#labs/kit/text.ts';
import { type ClassFile, classFolder, readClass } from '../grading/class-file.ts';
import { type Gradebook, type GradeRun, openGradebook } from '../grading/gradebook.ts';
import { type Marks, marksOf } from '../grading/marks.ts';
import { standingFor } from '../grading/standing-for.ts';
import { type ClassPulse, openPulse } from './class-pulse.ts';
import { openRows, type Rows } from './class-rows.ts';
import { overSaid, talkOf } from './class-talk.ts';
import { readWatching, type Watching } from './class-watching.ts';
import type { ClassEvent, RoundReport } from './class-wire.ts';
import { type Listener, openHub } from './hub.ts';

/** What one class looks like now, read from its file and its gradebook, whoever writes them. */
export interface ClassFeed {
  /** Brings it up to date, and gives what a page is made of. */
  look(): Promise<ClassView>;
  /** `undefined`: too many listen already. */
  listen(locale: Locale, page: PageSeen): Promise<Listener<ClassEvent> | undefined>;
  close(): void;
}

export interface ClassView {
  instance: string;
  seq: number;
  shape: string;
  file: ClassFile;
  labs: readonly Lab[];
  marks: readonly Marks[];
  round: RoundReport;
}

/** What a page shows already. */
export interface PageSeen {
  instance: string;
  seq: number;
  shape: string;
}

const pollMs = 1000;

export function openClassFeed({
  home,
  name,
  labs,
}: {
  home: string;
  name: string;
  labs: readonly Lab[];
}): ClassFeed {
  const folder = classFolder(home, name);
  const hub = openHub<ClassEvent>();
  const source = openSource(folder);
  const open: { view?: Built; looking?: Promise<Built>; timer?: NodeJS.Timeout } = {};

  const look = () => {
    open.looking ??= lookNow().finally(() => {
      delete open.looking;
    });
    return open.looking;
  };

  const lookNow = async (): Promise<Built> => {
    const watching = readWatching(folder);
    const mark = statSync(path.join(folder, 'class.json')).mtimeMs;
    const run = source.run(watching?.run ?? undefined);
    const shown = labs.filter(({ id }) => run === undefined || run.labs.includes(id));
    const before = open.view;
    if (!before || before.labIds !== idsOf(shown) || before.mark !== mark) {
      const file = readClass(home, name);
      const shape = shapeOf(file, shown);
      if (before?.shape !== shape) {
        open.view = await build(file, shape, shown, source);
        open.view.mark = mark;
        bring(open.view, source, run, watching);
        if (before) hub.tell(() => ({ type: 'reload' }));
        return open.view;
      }
      Object.assign(before, { file, mark, isAllDoubtful: true });
    }
    const { seq } = before;
    if (before.run?.id !== run?.id) Object.assign(before, { gained: 0, lost: 0 });
    await renew(before, source);
    tellNews(before, seq, bring(before, source, run, watching));
    return before;
  };

  const tellNews = (view: Built, seq: number, news: News) => {
    const { instance } = view;
    if (view.seq > seq) {
      hub.tell(
        inEach((locale) => ({ type: 'rows', instance, seq: view.seq, rows: view.rows.after(seq, locale) })),
      );
      hub.tell(inEach((locale) => ({ type: 'talk', ...talkOf(view.rows.marks(), view.labs, locale) })));
    }
    if (news.round) hub.tell(() => ({ type: 'round', instance, seq: view.seq, round: view.round }));
    if (news.over)
      hub.tell(
        inEach((locale) => ({ type: 'over', said: overSaid({ ...view, marks: view.rows.marks() }, locale) })),
      );
  };

  /** Only while somebody watches. */
  const poll = () => {
    open.timer ??= setInterval(() => {
      if (hub.count() > 0) look().catch(() => {});
      else {
        clearInterval(open.timer);
        delete open.timer;
      }
    }, pollMs).unref();
  };

  return {
    async look() {
      const view = await look();
      return { ...view, marks: view.rows.marks() };
    },
    async listen(locale, page) {
      const view = await look();
      const { instance, shape, seq, round } = view;
      const seen = page.instance === instance ? page.seq : -1;
      const listener = hub.listen(
        locale,
        page.shape === shape
          ? [
              (of) => ({ type: 'rows', instance, seq, rows: view.rows.after(seen, of) }),
              (of) => ({ type: 'talk', ...talkOf(view.rows.marks(), view.labs, of) }),
              () => ({ type: 'round', instance, seq, round }),
            ]
          : [() => ({ type: 'reload' })],
      );
      if (listener) poll();
      return listener;
    },
    close() {
      clearInterval(open.timer);
      hub.close();
      source.close();
    },
  };
}

export interface Built extends Omit<ClassView, 'marks'> {
  rows: Rows;
  /** The class file's time, by which another one is known. */
  mark: number;
  labIds: string;
  /** The class file has changed: what was decided may make other marks of the same sight. */
  isAllDoubtful: boolean;
  lastLook: number;
  gained: number;
  lost: number;
  run: GradeRun | undefined;
}

interface News {
  round: boolean;
  over: boolean;
}

const columnsOf = (labs: readonly Lab[]) =>
  labs.flatMap(({ id, steps }) => steps.map((step) => ({ lab: id, step: step.id })));

/** What a page must have been drawn for: the same people and the same steps. */
function shapeOf(file: ClassFile, labs: readonly Lab[]): string {
  const people = file.learners.map(({ id, name }) => [id, name]);
  const drawn = JSON.stringify([file.name, columnsOf(labs), people]);
  return createHash('sha256').update(drawn).digest('hex').slice(0, 16);
}

const idsOf = (labs: readonly Lab[]): string => labs.map(({ id }) => id).join();

async function build(file: ClassFile, shape: string, labs: readonly Lab[], source: Source): Promise<Built> {
  const view: Built = {
    instance: crypto.randomUUID(),
    seq: 0,
    shape,
    file,
    labs,
    labIds: idsOf(labs),
    rows: openRows(columnsOf(labs)),
    mark: 0,
    isAllDoubtful: false,
    lastLook: source.lastLook(),
    gained: 0,
    lost: 0,
    run: undefined,
    round: nobodyLooked,
  };
  await readAgain(view, source, () => true, 0);
  return view;
}

/** Reads again who was looked at and was seen to be otherwise than before. */
async function renew(view: Built, source: Source): Promise<void> {
  const looks = source.looksAfter(view.lastLook);
  view.lastLook = looks.at(-1)?.id ?? view.lastLook;
  const { isAllDoubtful, file } = view;
  view.isAllDoubtful = false;
  // After a regrade the same sight is another mark.
  const again = new Set(file.history.flatMap((one) => (one.what === 'regrade' ? [one.learner] : [])));
  const others = new Set(
    looks.filter(({ changed, learner }) => changed || again.has(learner)).map(({ learner }) => learner),
  );
  if (!isAllDoubtful && others.size === 0) return;
  await readAgain(view, source, (learner) => isAllDoubtful || others.has(learner), view.seq + 1);
  view.seq++;
}

async function readAgain(
  view: Built,
  source: Source,
  isAsked: (learner: string) => boolean,
  seq: number,
): Promise<void> {
  const { file, rows } = view;
  let read = 0;
  for (const [at, learner] of file.learners.entries()) {
    if (!isAsked(learner.id)) continue;
    const gradebook = source.gradebook();
    const standing = gradebook && standingFor(file, learner.id, gradebook);
    const { gained, lost } = rows.put(at, marksOf(file, learner, standing), seq);
    view.gained += gained;
    view.lost += lost;
    // Everybody else in this process is served in between.
    if (++read % 20 === 0) await breath();
  }
}

function bring(view: Built, source: Source, run: GradeRun | undefined, watching?: Watching): News {
  // A short round may have begun and ended since.
  const wasOpen = view.run?.id !== run?.id || view.run?.ended === undefined;
  const round: RoundReport = {
    at: run?.began ?? null,
    number: watching?.round ?? null,
    looked: run ? source.looked(run.id) : 0,
    asked: run?.learners.length ?? view.file.learners.length,
    next: watching?.next ?? null,
    trouble: watching?.trouble ?? null,
  };
  const isOther = JSON.stringify(round) !== JSON.stringify(view.round);
  Object.assign(view, { run, round });
  return { over: wasOpen && run?.ended !== undefined, round: isOther };
}

const nobodyLooked: RoundReport = { at: null, number: null, looked: 0, asked: 0, next: null, trouble: null };

/** The gradebook, once there is one; nothing is asked of it twice while nobody has written. */
function openSource(folder: string) {
  const open: { pulse?: ClassPulse; gradebook?: Gradebook; seen?: Seen } = {};
  const asked = (id: number | undefined): Seen | undefined => {
    const pulse = open.pulse ?? openPulse(folder);
    if (!pulse) return undefined;
    open.pulse = pulse;
    const { version, run } = pulse.feel();
    const wanted = id ?? run;
    if (open.seen?.version === version && open.seen.wanted === wanted) return open.seen;
    open.gradebook ??= openGradebook(folder);
    const found = wanted === undefined ? undefined : open.gradebook.run(wanted);
    const looked = found ? open.gradebook.done(found.id).size : 0;
    open.seen = { version, wanted, run: found, looked };
    return open.seen;
  };
  return {
    run: (id: number | undefined): GradeRun | undefined => asked(id)?.run,
    looked: (id: number): number => (open.seen?.run?.id === id ? open.seen.looked : 0),
    lastLook: (): number => open.pulse?.feel().look ?? 0,
    looksAfter: (id: number) => open.pulse?.looksAfter(id) ?? [],
    gradebook: () => open.gradebook,
    close() {
      open.pulse?.close();
      open.gradebook?.close();
    },
  };
}

type Source = ReturnType<typeof openSource>;

interface Seen {
  version: number;
  wanted: number | undefined;
  run: GradeRun | undefined;
  looked: number;
}

/** Made once for each language that is listened in. */
function inEach(make: (locale: Locale) => ClassEvent): (locale: Locale) => ClassEvent {
  const made = new Map<Locale, ClassEvent>();
  return (locale) => {
    const event = made.get(locale) ?? make(locale);
    made.set(locale, event);
    return event;
  };
}
