import type { RequestMade } from '#checker/core/reader.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import type { Spell, StepChange } from '#checker/grading/gradebook.ts';
import type { Marks } from '#checker/grading/marks.ts';
import type { Decision } from '#checker/grading/rules.ts';
import type { Lab } from '#labs/kit/lab.ts';

/** All that is known of one learner. */
export interface Seen {
  file: ClassFile;
  marks: Marks;
  /** The id it has, and those before it moved. */
  ids: readonly string[];
  labs: readonly Lab[];
  spells: readonly Spell[];
  changes: ReadonlyArray<Omit<StepChange, 'learner'>>;
  decisions: readonly Decision[];
  /** The calls of the last look, as AWS knows them. */
  requests: readonly RequestMade[];
}
