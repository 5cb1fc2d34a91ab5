import { expect, test } from 'vitest';
import type { Cli } from '#checker/cli/cli.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { fill, type Locale, locales } from '#labs/kit/text.ts';
import { verifyLine } from './verify-line.ts';

const ann: Learner = {
  id: '222233334444',
  name: 'Ann',
  account: '222233334444',
  role: 'arn:aws:iam::222233334444:role/ServerlessCourseGrader',
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: 'x-1',
};
const speaking = (locale: Locale): Pick<Cli, 'say' | 'locale'> => ({
  locale,
  say: (text, ...values) => fill(text, locale, ...values),
});
const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

test.each(locales)('in %s an unclear role is told with its cause and the next command', (locale) => {
  const line = verifyLine(ann, { access: 'unclear', error: throttled }, speaking(locale));
  expect(line).toContain('ThrottlingException');
  expect(line.split('\n').at(-1)?.trim()).toBe('handson class verify 222233334444');
});

test.each(locales)('in %s what is not safe is told with what to do', (locale) => {
  expect(verifyLine(ann, { access: 'closed' }, speaking(locale))).toContain(
    'handson class letter 222233334444',
  );
  expect(verifyLine(ann, { access: 'unsafe' }, speaking(locale))).toContain(
    'handson class verify 222233334444',
  );
  expect(verifyLine(ann, { access: 'safe' }, speaking(locale)).split('\n')).toHaveLength(1);
});
