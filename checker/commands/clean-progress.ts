import type { CleanEvent } from '../clean/carry-out.ts';
import type { Cli } from '../cli/cli.ts';
import { widthOf } from '../render/width.ts';
import { texts } from './clean-progress.texts.ts';
import { nameOf } from './clean-screen.ts';

/** How far it is: one line that changes where a person watches, else a line for each thing that happens. */
export function cleanProgress(
  total: number,
  cli: Pick<Cli, 'interactive' | 'plain' | 'width' | 'say' | 'note'>,
  write: (text: string) => void = (text) => void process.stderr.write(text),
) {
  const repaints = cli.interactive && !cli.plain;
  const tried = new Set<string>();
  const settled = new Set<string>();
  let last = '';

  const count = (event: CleanEvent): void => {
    if (event.type === 'removed' || event.type === 'absent') tried.add(event.live.arn);
    if (event.type === 'back') tried.delete(event.live.arn);
    if (event.type === 'gone' || event.type === 'left') {
      const { arn } = event.type === 'left' ? event.left.live : event.live;
      tried.add(arn);
      settled.add(arn);
    }
  };

  const line = (event: CleanEvent): string | undefined => {
    switch (event.type) {
      case 'removing':
        return cli.say(texts.removing, { name: nameOf(event.live, cli) });
      case 'wait':
        return cli.say(texts.wait, {
          name: nameOf(event.live, cli),
          seconds: Math.ceil(event.ms / 1000),
        });
      case 'quiet':
        return cli.say(texts.quiet, { seconds: Math.ceil(event.ms / 1000) });
      case 'back':
        return cli.say(texts.back, { name: nameOf(event.live, cli) });
      case 'gone':
        return cli.say(texts.gone, { name: nameOf(event.live, cli) });
      default:
        return undefined;
    }
  };

  return {
    show(event: CleanEvent): void {
      count(event);
      const text = line(event);
      if (!repaints) {
        if (text !== undefined) cli.note(text);
        return;
      }
      last = text ?? last;
      // The long wait lies between a removal and the proof that it lasts: each is half of the way.
      const way = total === 0 ? 1 : (tried.size + settled.size) / (2 * total);
      const head = `${bar(way)} ${settled.size}/${total} `;
      write(`\r\u001b[2K${head}${clipped(last, cli.width - widthOf(head) - 1)}`);
    },
    end(): void {
      if (repaints) write('\r\u001b[2K');
    },
  };
}

function bar(way: number): string {
  const full = Math.round(way * 10);
  return `[${'#'.repeat(full)}${'-'.repeat(10 - full)}]`;
}

function clipped(text: string, width: number): string {
  let short = text;
  while (widthOf(short) > width) short = short.slice(0, -1);
  return short;
}
