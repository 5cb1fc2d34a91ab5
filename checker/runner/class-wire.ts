/** What the board says to its page. No name and no account: the page has its rows, and is told what they show. */
export type ClassEvent =
  /** The class or its labs are others by now: the page is asked for anew. */
  | { type: 'reload' }
  | { type: 'round'; instance: string; seq: number; round: RoundReport }
  | { type: 'rows'; instance: string; seq: number; rows: RowPatch[] }
  | { type: 'talk'; stuck: TalkItem[]; near: TalkItem[] }
  /** A round has ended: the one sentence that is read aloud. */
  | { type: 'over'; said: string };

export interface RoundReport {
  /** `null`: nobody has looked yet. */
  at: number | null;
  /** Which round of this watch; `null`: nobody watches. */
  number: number | null;
  looked: number;
  asked: number;
  /** When the next one begins, where that is known. */
  next: number | null;
  /** Why the last round could not be carried through. */
  trouble: string | null;
}

/** A row by its place, `[step, sign, step, sign, …]` of what has changed, and the head where that has. */
export type RowPatch = [row: number, cells: number[], head?: RowHead];

export interface RowHead {
  points: string;
  /** Beside the points: how much nobody can tell yet. */
  open: string | null;
  /** Under the name: why it was not, or not fully, read. */
  told: string | null;
}

/** How many, at which step, and what to say aloud. */
export interface TalkItem {
  learners: number;
  step: string;
  say: string | null;
}
