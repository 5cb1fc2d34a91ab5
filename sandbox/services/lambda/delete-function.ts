import type { DeleteFunctionCommandInput, DeleteFunctionCommandOutput } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import type { Table } from '#sandbox/core/store.ts';
import { functionNotFound, invalidParameter, lambdaError } from './errors.ts';
import { functionArn, functionRef, homeOf } from './names.ts';
import { policies } from './policy.ts';
import {
  aliases,
  code,
  codeKey,
  eventInvokeConfigs,
  type FunctionRecord,
  functions,
  LATEST,
  reserved,
  tags,
  versionKey,
  versions,
} from './records.ts';
import { forgetSessions } from './role-session.ts';
import { retire } from './run-key.ts';

/** Without a qualifier all of the function goes, and with it everything that belongs to it. */
export const deleteFunction: Operation<DeleteFunctionCommandInput, DeleteFunctionCommandOutput> = (
  input,
  ctx,
) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  const home = homeOf(ctx, ref);
  const latest = functions(home).get(ref.name);
  if (!latest) throw functionNotFound(functionArn(ref));
  if (ref.qualifier === undefined) {
    home.atomic(() => deleteAll(home, latest));
    return { StatusCode: 204 };
  }
  if (!/^\d+$/.test(ref.qualifier)) {
    throw invalidParameter(
      ref.qualifier === LATEST
        ? '$LATEST version cannot be deleted without deleting the function.'
        : 'Deletion of aliases is not currently supported.',
    );
  }
  deleteVersion(home, ref.name, ref.qualifier);
  return { StatusCode: 204 };
};

function deleteVersion(home: Ctx, name: string, version: string): void {
  const key = versionKey(name, version);
  const record = versions(home).get(key);
  if (!record) return;
  const holder = aliases(home)
    .list({ prefix: `${name}/` })
    .find(([, alias]) => alias.version === version || alias.weights?.[version] !== undefined);
  if (holder) {
    throw lambdaError(
      'ResourceConflictException',
      `Unable to delete version because the following aliases reference it: [${holder[1].name}]`,
    );
  }
  home.atomic(() => {
    versions(home).delete(key);
    code(home).delete(codeKey(name, version));
    policies(home).delete(`${name}/${version}`);
    eventInvokeConfigs(home).delete(`${name}/${version}`);
  });
  retire(home, record);
}

function deleteAll(home: Ctx, latest: FunctionRecord): void {
  const { name } = latest;
  const all = [
    latest,
    ...versions(home)
      .list({ prefix: `${name}/` })
      .map(([, record]) => record),
  ];
  functions(home).delete(name);
  tags(home).delete(name);
  reserved(home).delete(name);
  forgetSessions(home, name);
  for (const table of [versions(home), aliases(home), policies(home), eventInvokeConfigs(home)]) {
    deleteUnder(table, `${name}/`);
  }
  for (const record of all) {
    code(home).delete(codeKey(name, record.version));
    retire(home, record);
  }
}

function deleteUnder(table: Pick<Table<unknown>, 'list' | 'delete'>, prefix: string): void {
  for (const [key] of table.list({ prefix })) table.delete(key);
}
