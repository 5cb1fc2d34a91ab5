import type {
  ListFunctionsCommandInput,
  ListFunctionsCommandOutput,
  ListVersionsByFunctionCommandInput,
  ListVersionsByFunctionCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { listedConfiguration } from './configuration.ts';
import { functionRef, homeOf } from './names.ts';
import { pageOf, pageOfTable } from './paging.ts';
import { type FunctionRecord, functions, LATEST, latestOf, versions } from './records.ts';

const PAGE = { maxItems: { min: 1, max: 10_000 } };

export const listFunctions: Operation<ListFunctionsCommandInput, ListFunctionsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { ...PAGE, functionVersion: { oneOf: ['ALL'] } });
  const { items, marker } = pageOfTable(functions(ctx), input, 50);
  const shown = (record: FunctionRecord, qualifier?: string) => listedConfiguration(ctx, record, qualifier);
  return {
    Functions:
      input.FunctionVersion === 'ALL'
        ? items.flatMap((record) => withVersions(ctx, record).map((each) => shown(each, each.version)))
        : items.map((record) => shown(record)),
    ...marker,
  };
};

export const listVersionsByFunction: Operation<
  ListVersionsByFunctionCommandInput,
  ListVersionsByFunctionCommandOutput
> = (input, ctx) => {
  enforce(input, PAGE);
  const ref = functionRef(ctx, input.FunctionName);
  const home = homeOf(ctx, ref);
  const entries = withVersions(home, latestOf(ctx, ref)).map(
    (record) => [record.version === LATEST ? '' : record.version.padStart(10, '0'), record] as const,
  );
  const { items, marker } = pageOf(entries, input, 50);
  return {
    Versions: items.map((record) => listedConfiguration(home, record, record.version)),
    ...marker,
  };
};

function withVersions(ctx: Ctx, latest: FunctionRecord): FunctionRecord[] {
  const published = versions(ctx)
    .list({ prefix: `${latest.name}/` })
    .map(([, record]) => record);
  return [latest, ...published];
}
