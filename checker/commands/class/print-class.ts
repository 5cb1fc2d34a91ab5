import type { Cli } from '#checker/cli/cli.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import type { Learner } from '#checker/grading/learner.ts';

/** `handson.class/1`, as docs/schemas describe it. */
export function printClass({ name, instructor }: ClassFile, learners: readonly Learner[], cli: Cli): void {
  cli.print(JSON.stringify({ schema: 'handson.class/1', name, instructor, learners }));
}
