import type { Args, Cli } from '#checker/cli/cli.ts';
import { openBrowser } from '#checker/runner/open-browser.ts';
import type { Served } from '#checker/runner/serve-app.ts';
import { startClassBoard } from '#checker/runner/start-class-board.ts';
import { chooseLabs } from '../choose-labs.ts';
import { onFreePort, portOf } from '../free-port.ts';
import { texts } from './watch.texts.ts';

/** Serves the board of that class, says where, and shows it where there is a person and a screen. */
export async function openBoard(name: string, args: Args, cli: Cli): Promise<Served> {
  const labs = (await chooseLabs([])).map(({ lab }) => lab);
  const board = await onFreePort(portOf(args), (port) =>
    startClassBoard({
      home: cli.home,
      labs,
      locale: cli.locale,
      only: name,
      initials: args.flag('initials'),
      port,
      failed: (error) => cli.debug && cli.note(String(error)),
    }),
  );
  const url = `${board.url}/class`;
  cli.note(cli.say(texts.board, { url }));
  if (!args.flag('no-open') && cli.interactive) openBrowser(url, cli.env, process.platform);
  return board;
}
