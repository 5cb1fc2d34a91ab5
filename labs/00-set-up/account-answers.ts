import type { Step } from '#labs/kit/lab.ts';
import { pass, unknown } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

export const accountAnswers: Step = {
  id: 'account-answers',
  kind: 'state',
  title: texts.accountTitle,
  hints: [texts.accountHint1, texts.accountAnswer],
  async check({ aws, target }) {
    const { Account = '', Arn = '' } = await aws.sts.getCallerIdentity({});
    const evidence = {
      call: 'sts:GetCallerIdentity',
      field: 'Account',
      expected: target.account,
      found: Account,
    };
    if (Account !== target.account) {
      const message = says(texts.otherAccount, { found: Account, account: target.account });
      return unknown('wrong-account', message, says(texts.otherAccountNext), evidence);
    }
    const { region } = target;
    const isRoot = target.kind === 'aws' && Arn.endsWith(':root');
    return {
      ...pass(evidence),
      messages: [
        says(texts.lookingAt, { account: Account, region }),
        ...(isRoot ? [says(texts.isRoot)] : []),
      ],
    };
  },
  /** There is nothing to make: that this runs at all means that somebody answers. */
  async apply() {},
};
