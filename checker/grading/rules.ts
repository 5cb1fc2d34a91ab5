/** How a class is marked. What is not set costs nothing: every step is worth one point, and nothing is ever late. */
export interface Rules {
  /** An IANA name, `Asia/Tokyo`: in it the class reads its deadlines. */
  timeZone: string;
  /** Local times, `2026-12-01T18:00`, by lab; `*` is for every lab that has none of its own. */
  deadlines: Readonly<Record<string, string>>;
  /**
   * By `lab/step`: 1 where a step is not named, 0 where it is optional and not named. By `lab`: what the lab is worth as a
   * whole, shared out among its steps.
   */
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

/**
 * What an instructor decided of one learner. It stands in the class file's history, and nowhere else. Where two speak of
 * the same, the later holds.
 */
export type Decision = { at: string; learner: string; reason: string } & (
  | { what: 'extend'; lab: string; until: string }
  | { what: 'exempt'; lab: string; step?: string }
  | { what: 'override'; lab: string; step: string; points: number }
  /** Takes back an extension, an exemption or an override. */
  | { what: 'lift'; of: 'extend' | 'exempt' | 'override'; lab: string; step?: string }
  | { what: 'regrade'; lab?: string }
  | { what: 'move'; from: string }
  | { what: 'withdraw' }
  | { what: 'rejoin' }
);

/** Stands for every lab, in deadlines and extensions. */
export const everyLab = '*';

/** As a lab that has no steps: what is said of the credit for a clean account. */
export const cleanedLab = 'cleaned';

export const noRules: Rules = { timeZone: 'UTC', deadlines: {}, points: {}, cleaned: 0, late: null };
