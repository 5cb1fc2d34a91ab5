import type { Cli } from '#checker/cli/cli.ts';
import type { Change, ClassFile } from '#checker/grading/class-file.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { noRules } from '#checker/grading/rules.ts';

/** `handson.class/1`, as docs/schemas describe it; `history`: as much of it as the command is about. */
export function printClass(
  { name, instructor, rules = noRules }: ClassFile,
  learners: readonly Learner[],
  cli: Cli,
  history: readonly Change[] = [],
): void {
  const document = { schema: 'handson.class/1', name, instructor, rules, learners, history };
  cli.print(JSON.stringify(document));
}
