import { expect, test } from 'vitest';
import type { Learner } from '../grading/learner.ts';
import { whose } from './whose.ts';

const learner = (id: string, more: Partial<Learner> = {}): Learner => ({
  id,
  name: id,
  account: 'sandbox',
  role: '',
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: '',
  ...more,
});
const ann = learner('ann@example.com', { email: 'Ann@example.com' });
const bob = learner('222233334444', { account: '222233334444', email: 'bob@example.com' });

test.each(['ann@example.com', ' ANN@Example.com ', 'ann@example.com'.normalize('NFD')])('%j is Ann', (id) => {
  expect(whose(id, [ann, bob])).toEqual({ learner: ann });
});

test('who has an account is told so, by e-mail address and by id', () => {
  for (const id of ['bob@example.com', '222233334444'])
    expect(whose(id, [ann, bob])).toEqual({ nobody: 'has-account' });
});

test('who is in the class with an account and without hands in for the one without', () => {
  const both = learner('bob@example.com', { email: 'bob@example.com' });
  expect(whose('bob@example.com', [bob, both])).toEqual({ learner: both });
});

test('nobody and several are told apart', () => {
  expect(whose('eve@example.com', [ann, bob])).toEqual({ nobody: 'unknown' });
  expect(whose('', [ann, learner('x', { email: '' })])).toEqual({ nobody: 'unknown' });
  const twin = learner('twin', { email: 'ann@example.com' });
  expect(whose('ann@example.com', [ann, twin])).toEqual({ nobody: 'several' });
});
