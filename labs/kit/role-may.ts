import { texts } from './function.texts.ts';
import { type FunctionFacts, roleNameOf } from './function.ts';
import type { Look } from './lab.ts';
import { orAbsent } from './or-absent.ts';
import { absent, type Evidence, pass, type Result } from './result.ts';
import { says } from './text.ts';

/**
 * Whether the function's role may do something, whatever the shape of its policies: made by the console of 2019 or of
 * today, by hand, or a school's shared one. IAM itself is asked. `grant` is what to allow where it is missing: wider than
 * the one thing that is asked about.
 */
export async function roleMay(
  fn: FunctionFacts,
  needed: readonly { action: string; resource: string; grant?: string }[],
  { aws }: Pick<Look, 'aws'>,
): Promise<Result> {
  const role = roleNameOf(fn);
  const answers = await Promise.all(
    needed.map(({ action, resource }) =>
      orAbsent(
        aws.iam.simulatePrincipalPolicy({
          PolicySourceArn: fn.Role,
          ActionNames: [action],
          ResourceArns: [resource],
        }),
      ),
    ),
  );
  if (answers.includes(undefined)) {
    const evidence = {
      call: 'iam:SimulatePrincipalPolicy',
      field: 'PolicySourceArn',
      expected: fn.Role ?? null,
      found: null,
    };
    return absent(says(texts.roleAbsent, { role }), says(texts.roleAbsentNext), evidence);
  }
  const evidence = needed.map(
    ({ action }, at): Evidence => ({
      call: 'iam:SimulatePrincipalPolicy',
      field: action,
      expected: 'allowed',
      found: answers[at]?.EvaluationResults?.[0]?.EvalDecision ?? null,
    }),
  );
  const refused = needed.filter((_, at) => evidence[at]?.found !== 'allowed');
  const [first] = refused;
  if (!first) return pass(...evidence);
  const actions = refused.map(({ action }) => action);
  return {
    outcome: 'fail',
    cause: 'different',
    messages: refused.map(({ action, resource, grant }) =>
      says(texts.notAllowed, { role, action, resource: grant ?? resource }),
    ),
    next: says(texts.notAllowedNext, {
      policy: JSON.stringify({
        Effect: 'Allow',
        Action: actions.length === 1 ? actions[0] : actions,
        Resource: first.grant ?? first.resource,
      }),
    }),
    evidence,
  };
}
