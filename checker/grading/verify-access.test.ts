import { describe, expect, test } from 'vitest';
import type { CredentialsOf } from './assume-role.ts';
import type { Access, Learner } from './learner.ts';
import { provenCredentials, tryAccess, UnsafeRole } from './verify-access.ts';

const ann: Learner = {
  id: '222233334444',
  name: 'Ann',
  account: '222233334444',
  role: 'arn:aws:iam::222233334444:role/ServerlessCourseGrader',
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: 'right-id',
};
const keys = { accessKeyId: 'a', secretAccessKey: 'b' };
const named = (name: string) => Object.assign(new Error(name), { name });

/** A role as STS shows it: by which of the three ids it opens. */
function role(answer: (id: 'none' | 'wrong' | 'right') => 'open' | 'denied' | 'throttled') {
  const asked: string[] = [];
  const credentials: CredentialsOf = async ({ externalId }, given = externalId) => {
    const id = given === null ? 'none' : given === 'right-id' ? 'right' : 'wrong';
    asked.push(id);
    const is = answer(id);
    if (is === 'open') return keys;
    throw named(is === 'denied' ? 'AccessDenied' : 'ThrottlingException');
  };
  return { asked, credentials };
}

const safe = role((id) => (id === 'right' ? 'open' : 'denied'));

describe('trying a role', () => {
  test.each<[Access, Parameters<typeof role>[0]]>([
    ['safe', (id) => (id === 'right' ? 'open' : 'denied')],
    ['unsafe', () => 'open'],
    ['unsafe', (id) => (id === 'none' ? 'open' : 'denied')],
    ['unsafe', (id) => (id === 'wrong' ? 'open' : 'throttled')],
    ['closed', () => 'denied'],
    ['closed', (id) => (id === 'right' ? 'denied' : 'throttled')],
    ['unclear', () => 'throttled'],
    ['unclear', (id) => (id === 'right' ? 'open' : 'throttled')],
    ['unclear', (id) => (id === 'none' ? 'throttled' : id === 'right' ? 'open' : 'denied')],
  ])('it is %s', async (access, answer) => {
    expect((await tryAccess(ann, role(answer).credentials)).access).toBe(access);
  });

  test('what stood in the way is kept', async () => {
    const { error } = await tryAccess(ann, role(() => 'throttled').credentials);
    expect(error).toMatchObject({ name: 'ThrottlingException' });
  });
});

describe('credentials for grading', () => {
  const proven = async (learner: Learner, { credentials }: Pick<typeof safe, 'credentials'>) => {
    const told: Access[] = [];
    const got = await provenCredentials(learner, credentials, (access) => told.push(access)).catch(
      (error: unknown) => error,
    );
    return { got, told };
  };

  test('of a role that was seen to be safe take one call', async () => {
    const seen = role(() => 'open');
    const { got, told } = await proven({ ...ann, access: { verdict: 'safe', at: '' } }, seen);
    expect([got, told, seen.asked]).toEqual([keys, [], ['right']]);
  });

  test.each([undefined, 'closed', 'unclear'] as const)(
    'of a role that was %s take two more',
    async (verdict) => {
      const fresh = role((id) => (id === 'right' ? 'open' : 'denied'));
      const { got, told } = await proven(
        { ...ann, ...(verdict ? { access: { verdict, at: '' } } : {}) },
        fresh,
      );
      expect([got, told, fresh.asked]).toEqual([keys, ['safe'], ['right', 'none', 'wrong']]);
    },
  );

  test.each(['none', 'wrong'])('are not given where it opens with %s', async (id) => {
    const { got, told } = await proven(
      ann,
      role((given) => (given === 'right' || given === id ? 'open' : 'denied')),
    );
    expect(got).toBeInstanceOf(UnsafeRole);
    expect(told).toEqual(['unsafe']);
  });

  test('are not given where nobody can tell, and that is told as it is', async () => {
    const { got, told } = await proven(
      ann,
      role((id) => (id === 'right' ? 'open' : 'throttled')),
    );
    expect(got).toMatchObject({ name: 'ThrottlingException' });
    expect(told).toEqual([]);
  });

  test('of a role that is not there are asked for once', async () => {
    const none = role(() => 'denied');
    const { got } = await proven(ann, none);
    expect(got).toMatchObject({ name: 'AccessDenied' });
    expect(none.asked).toEqual(['right']);
  });
});
