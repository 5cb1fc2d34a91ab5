import type { Cli } from '../cli/cli.ts';
import type { ChosenLab } from '../commands/choose-labs.ts';
import type { Desk } from '../commands/open-desk.ts';
import type { Board } from './board.ts';
import type { Hub } from './hub.ts';
import type { RunnerState } from './wire.ts';

/** What every route of the runner works with. */
export interface Room {
  cli: Cli;
  hub: Hub;
  board: Board;
  labs: readonly ChosenLab[];
  token: string;
  instance: string;
  sandbox: RunnerState['sandbox'];
  /** Opened for each run, so that the target is read and its account asked for anew. */
  openDesk(signal: AbortSignal): Promise<Desk>;
}
