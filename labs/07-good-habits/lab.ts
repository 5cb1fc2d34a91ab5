import { defineLab } from '#labs/kit/lab.ts';
import {
  apiLogGroup,
  executionRoleOf,
  lambdaFunction,
  logGroup,
  restApi,
  table,
} from '#labs/kit/resources.ts';
import { errorsAsJson } from './errors-as-json.ts';
import { texts } from './lab.texts.ts';
import { leastPrivilege } from './least-privilege.ts';
import { validator } from './validator.ts';
import { warmStart } from './warm-start.ts';

export const lab = defineLab({
  id: 'good-habits',
  title: texts.title,
  minutes: 40,
  cost: texts.cost,
  resources: ({ fn, logGroup: log, api, stage, table: name }) => [
    lambdaFunction(fn),
    executionRoleOf(fn),
    logGroup(log),
    restApi(api),
    apiLogGroup(api, stage),
    table(name),
  ],
  steps: [leastPrivilege, errorsAsJson, warmStart, validator],
});
