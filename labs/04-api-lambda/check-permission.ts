import type { Look } from '#labs/kit/lab.ts';
import { mayInvoke } from '#labs/kit/may-invoke.ts';
import { findGet } from '#labs/kit/method.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { absent, different, pass, type Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

/** The policy is evaluated for exactly this call; a role in the integration does as well. */
export async function checkPermission(look: Look): Promise<Result> {
  const { aws, names, target } = look;
  const found = await findGet('/translate', look);
  if ('problem' in found) return found.problem;
  const integration = await orAbsent(aws.apigateway.getIntegration(found.place));
  if (integration?.credentials) {
    return pass({ call: 'apigateway:GetIntegration', field: 'credentials', expected: true, found: true });
  }
  const sourceArn = `arn:aws:execute-api:${target.region}:${target.account}:${found.api.id}/${names.stage}/GET/translate`;
  const policy = await orAbsent(aws.lambda.getPolicy({ FunctionName: names.fn }));
  const { allowed, otherApis } = mayInvoke(policy?.Policy, { sourceArn, account: target.account });
  const evidence = {
    call: 'lambda:GetPolicy',
    field: sourceArn,
    expected: 'allowed',
    found: allowed ? 'allowed' : 'not allowed',
  };
  if (allowed) return pass(evidence);
  const next = says(texts.permissionNext, {
    name: names.fn,
    arn: sourceArn.replace(`/${names.stage}/`, '/*/'),
  });
  const [other] = otherApis;
  return other
    ? different(says(texts.permissionForOther, { other, id: found.api.id }), next, evidence)
    : absent(says(texts.noPermission, { name: names.fn }), next, evidence);
}
