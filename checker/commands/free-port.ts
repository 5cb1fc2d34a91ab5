import { fill } from '#labs/kit/text.ts';
import { portHolder } from '#sandbox/parts/port-holder.ts';
import type { Args } from '../cli/cli.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { texts } from './start.texts.ts';

const usualPort = 4321;
const tried = 50;

/** A port that was named is that one or none; else the first free one. */
export async function onFreePort<Server>(
  named: number | undefined,
  start: (port: number) => Promise<Server>,
): Promise<Server> {
  const first = named ?? usualPort;
  const last = named === undefined ? first + tried : first;
  for (let port = first; ; port++) {
    try {
      return await start(port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port < last) continue;
      const holder = await portHolder(port);
      throw new Told(exitCodes.cannotTell, (locale) =>
        fill(texts.portInUse, locale, {
          port,
          holder: holder ? `${holder.command} (${holder.pid})` : texts.someProcess[locale],
        }),
      );
    }
  }
}

export function portOf(args: Args): number | undefined {
  const word = args.value('port');
  if (word === undefined) return undefined;
  const port = Number(word);
  if (/^\d+$/.test(word) && port <= 65_535) return port;
  throw new Told(exitCodes.usage, (locale) => fill(texts.badPort, locale, { port: word }));
}
