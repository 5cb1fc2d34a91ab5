/** How a class is marked. What is not set costs nothing: every step is worth one point, and nothing is ever late. */
export interface Rules {
  /** An IANA name, `Asia/Tokyo`: in it the class reads its deadlines. */
  timeZone: string;
  /** Local times, `2026-12-01T18:00`, by lab; `*` is for every lab that has none of its own. */
  deadlines: Readonly<Record<string, string>>;
  /** By `lab/step`: 1 where a step is not named, 0 where it is optional and not named. */
  points: Readonly<Record<string, number>>;
  /** For an account that holds nothing of the course any more. */
  cleaned: number;
  /** What is taken off what was first seen after its deadline; `null`: it does not count at all. */
  late: LatePolicy | null;
}

export interface LatePolicy {
  /** For each day that has begun since the deadline. */
  percentPerDay: number;
  /** The most that is taken off. */
  atMost: number;
}

/** What an instructor decided of one learner. It stands in the class file's history, and nowhere else. */
export type Decision = { at: string; learner: string; reason: string } & (
  | { what: 'extend'; lab: string; until: string }
  | { what: 'exempt'; lab: string; step?: string }
  | { what: 'override'; lab: string; step: string; points: number }
  | { what: 'regrade'; lab?: string }
  | { what: 'move'; from: string }
  | { what: 'withdraw' }
  | { what: 'rejoin' }
);

export const noRules: Rules = { timeZone: 'UTC', deadlines: {}, points: {}, cleaned: 0, late: null };
