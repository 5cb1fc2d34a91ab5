import { orAbsent } from '#labs/kit/or-absent.ts';
import type { Cli } from '../cli/cli.ts';
import { openReader } from '../core/reader.ts';
import { removalOf } from '../grading/grader-role.ts';
import { roleNameOf } from '../grading/learner.ts';
import type { OpenTarget } from '../target/open-target.ts';
import { texts } from './grader-role-left.texts.ts';

/**
 * The role that an instructor looks through is the last thing to go: who has removed everything else is told that it is still
 * there. It is no part of the course's things, so nothing removes it but its owner.
 */
export async function tellGraderRole({ connection, names }: OpenTarget, cli: Cli): Promise<void> {
  if (cli.json || cli.signal.aborted) return;
  const reader = openReader(connection, { signal: cli.signal, attempts: 1, callMs: 5000 });
  const RoleName = roleNameOf(names.prefix);
  try {
    const { iam } = reader.memoised;
    if (!(await orAbsent(iam.getRole({ RoleName })))) return;
    const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
    const commands = removalOf({ name: RoleName, policies: PolicyNames.map((name) => ({ name })) });
    cli.note(
      `\n${cli.say(texts.still, { role: RoleName })}\n${commands.map((line) => `  ${line}`).join('\n')}`,
    );
  } catch {
    // A reminder is not worth an error: what was asked for is done.
  } finally {
    reader.close();
  }
}
