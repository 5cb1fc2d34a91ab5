import type { Step } from '#labs/kit/lab.ts';
import { pass } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

const usual = 1000;

/** Told, and never held against anybody: ten at once are enough for the course. */
export const concurrencyQuota: Step = {
  id: 'concurrency-quota',
  kind: 'state',
  optional: true,
  title: texts.quotaTitle,
  hints: [texts.quotaHint1, texts.quotaAnswer],
  needs: ['account-answers'],
  async check({ aws }) {
    const { AccountLimit } = await aws.lambda.getAccountSettings({});
    const found = AccountLimit?.ConcurrentExecutions ?? 0;
    const evidence = {
      call: 'lambda:GetAccountSettings',
      field: 'AccountLimit.ConcurrentExecutions',
      expected: usual,
      found,
    };
    const message = found < usual ? texts.fewAtOnce : texts.manyAtOnce;
    return { ...pass(evidence), messages: [says(message, { found })] };
  },
  /** Quotas are AWS's to raise, and the course needs no more. */
  async apply() {},
};
