import { statSync } from 'node:fs';
import path from 'node:path';
import type { Lab } from '#labs/kit/lab.ts';
import type { Locale } from '#labs/kit/text.ts';
import { type ClassFile, classFolder, readClass } from '../grading/class-file.ts';
import { openSource } from './class-source.ts';
import { overSaid, talkOf } from './class-talk.ts';
import { buildView, type ClassView, renewView, shapeOf, turnTo } from './class-view.ts';
import { readWatching } from './class-watching.ts';
import type { ClassEvent } from './class-wire.ts';
import { type Listener, openHub } from './hub.ts';

/** What one class looks like now, read from its file and its gradebook, whoever writes them. */
export interface ClassFeed {
  /** Brings it up to date, and gives what a page is made of. */
  look(): Promise<ClassView>;
  /** `undefined`: too many listen already. */
  listen(locale: Locale, page: PageSeen): Promise<Listener<ClassEvent> | undefined>;
  close(): void;
}

/** What a page shows already. */
export type PageSeen = Pick<ClassView, 'instance' | 'seq' | 'shape'>;

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
  const open: {
    view?: ClassView;
    fileOf?: number;
    looking?: Promise<ClassView>;
    timer?: NodeJS.Timeout;
    talk?: string;
  } = {};

  const look = () => {
    open.looking ??= lookNow().finally(() => {
      delete open.looking;
    });
    return open.looking;
  };

  const lookNow = async (): Promise<ClassView> => {
    const watching = readWatching(folder);
    const fileOf = statSync(path.join(folder, 'class.json')).mtimeMs;
    const run = source.run(watching?.run ?? undefined);
    const shown = labs.filter(({ id }) => run === undefined || run.labs.includes(id));
    const { view } = open;
    const decided = open.fileOf !== fileOf;
    const file = view && !decided ? view.file : fileNow(view?.file);
    if (!view || view.shape !== shapeOf(file, shown)) {
      const built = await buildView(file, shown, source);
      turnTo(built, source, run, watching);
      Object.assign(open, { view: built, fileOf });
      hub.tell(() => ({ type: 'reload' }));
      return built;
    }
    const { seq } = view;
    view.file = file;
    await renewView(view, source, { run, decided });
    open.fileOf = fileOf;
    tellNews(view, seq, turnTo(view, source, run, watching));
    return view;
  };

  /** A file that somebody is editing by hand is no reason to show nothing. */
  const fileNow = (before: ClassFile | undefined): ClassFile => {
    try {
      return readClass(home, name);
    } catch (error) {
      if (before) return before;
      throw error;
    }
  };

  const tellNews = (view: ClassView, before: number, news: ReturnType<typeof turnTo>) => {
    const { instance, seq, rows, round, labs: shown } = view;
    if (seq > before) {
      hub.tell(inEach((locale) => ({ type: 'rows', instance, seq, rows: rows.after(before, locale) })));
      const talk = JSON.stringify(talkOf(rows.marks(), shown, 'en'));
      if (talk !== open.talk)
        hub.tell(inEach((locale) => ({ type: 'talk', ...talkOf(rows.marks(), shown, locale) })));
      open.talk = talk;
    }
    if (news.round) hub.tell(() => ({ type: 'round', instance, seq, round }));
    if (news.over)
      hub.tell(
        inEach((locale) => ({ type: 'over', said: overSaid({ ...view, marks: rows.marks() }, locale) })),
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
    look,
    async listen(locale, page) {
      const view = await look();
      const { instance, shape, seq, round, rows } = view;
      const seen = page.instance === instance ? page.seq : -1;
      const listener = hub.listen(
        locale,
        page.shape === shape
          ? [
              (of) => ({ type: 'rows', instance, seq, rows: rows.after(seen, of) }),
              (of) => ({ type: 'talk', ...talkOf(rows.marks(), view.labs, of) }),
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

/** Made once for each language that is listened in. */
function inEach(make: (locale: Locale) => ClassEvent): (locale: Locale) => ClassEvent {
  const made = new Map<Locale, ClassEvent>();
  return (locale) => {
    const event = made.get(locale) ?? make(locale);
    made.set(locale, event);
    return event;
  };
}
