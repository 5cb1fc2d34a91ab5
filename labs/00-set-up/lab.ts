import { defineLab } from '#labs/kit/lab.ts';
import { accountAnswers } from './account-answers.ts';
import { budgetAlarm } from './budget-alarm.ts';
import { concurrencyQuota } from './concurrency-quota.ts';
import { texts } from './lab.texts.ts';
import { translateAnswers } from './translate-answers.ts';

/** It makes nothing that the course needs, so it leaves nothing to clean: a budget alarm is worth keeping. */
export const lab = defineLab({
  id: 'set-up',
  title: texts.title,
  minutes: 10,
  cost: texts.cost,
  resources: () => [],
  steps: [accountAnswers, translateAnswers, budgetAlarm, concurrencyQuota],
});
