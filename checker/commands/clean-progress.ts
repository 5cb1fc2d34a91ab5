import type { CleanEvent } from '../clean/carry-out.ts';
import type { Cli } from '../cli/cli.ts';
import { widthOf } from '../render/width.ts';
import { texts } from './clean-progress.texts.ts';
import { nameOf } from './clean-screen.ts';

/** How far it is: one line that changes where a person watches, else a line for each thing that happens. */
export function cleanProgress(total: number, cli: Cli) {
  const repaints = cli.interactive && !cli.plain;
  const settled = new Set<string>();

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
      if (event.type === 'gone') settled.add(event.live.arn);
      if (event.type === 'left') settled.add(event.left.live.arn);
      const text = line(event);
      if (text === undefined) return;
      if (!repaints) {
        cli.note(text);
        return;
      }
      const head = `${bar(settled.size, total)} ${settled.size}/${total} `;
      process.stderr.write(`\r\u001b[2K${head}${clipped(text, cli.width - widthOf(head) - 1)}`);
    },
    end(): void {
      if (repaints) process.stderr.write('\r\u001b[2K');
    },
  };
}

function bar(done: number, total: number): string {
  const full = total === 0 ? 10 : Math.round((done / total) * 10);
  return `[${'#'.repeat(full)}${'-'.repeat(10 - full)}]`;
}

function clipped(text: string, width: number): string {
  let short = text;
  while (widthOf(short) > width) short = short.slice(0, -1);
  return short;
}
