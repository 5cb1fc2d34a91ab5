import type { Cli } from '#checker/cli/cli.ts';
import { widthOf } from '#checker/render/width.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { texts } from './progress.texts.ts';

export interface Progress {
  /** Of the whole run, those of before a stop too. */
  all: number;
  before: number;
  done: number;
  running: number;
  unreadable: number;
}

const everyMs = { terminal: 200, file: 5000 };

/** How far a run is: one line that changes where a person watches, else a line now and then. */
export function progressLine(
  cli: Pick<Cli, 'locale' | 'interactive' | 'plain' | 'width' | 'say' | 'note' | 'paint'>,
  { now, write = (text) => void process.stderr.write(text) }: { now(): number; write?(text: string): void },
) {
  const repaints = cli.interactive && !cli.plain;
  const began = now();
  let last = began;

  const lineOf = (progress: Progress) => {
    const { all, before, done, running, unreadable } = progress;
    const left = done === 0 ? undefined : ((now() - began) / done) * (all - before - done);
    const counts = numbersIn(cli.locale, { done: before + done, all, running, unreadable });
    return left === undefined
      ? cli.say(texts.counts, counts)
      : cli.say(texts.countsAndTime, { ...counts, time: timeOf(left) });
  };

  return {
    show(progress: Progress): void {
      const ended = progress.before + progress.done === progress.all;
      if (!ended && now() - last < (repaints ? everyMs.terminal : everyMs.file)) return;
      last = now();
      const line = cli.paint.dim(clipped(lineOf(progress), cli.width - 1));
      if (repaints) write(`\r\u001b[2K${line}`);
      else cli.note(line);
    },
    /** Makes room for a line of its own. */
    clear(): void {
      if (repaints) write('\r\u001b[2K');
    },
  };
}

/** `1:05`, as a clock that runs down. */
function timeOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function clipped(text: string, width: number): string {
  let short = text;
  while (widthOf(short) > width) short = short.slice(0, -1);
  return short;
}
