import type { Ctx } from '#sandbox/core/context.ts';
import type { FunctionRecord } from './records.ts';

/** The environments of one version in one configuration share this key, and nothing else does. */
export function runKey(ctx: Ctx, record: FunctionRecord): string {
  return [ctx.account, ctx.region, record.name, record.version, record.revisionId].join('/');
}

export function retire(ctx: Ctx, record: FunctionRecord): void {
  ctx.parts.runtimes?.retire(runKey(ctx, record));
}
