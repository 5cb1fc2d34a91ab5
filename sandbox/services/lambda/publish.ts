import type { Ctx } from '#sandbox/core/context.ts';
import { code, codeKey, type FunctionRecord, functions, LATEST, versionKey, versions } from './records.ts';

/** Freezes `$LATEST` as the next version. AWS makes none when nothing has changed since the last one. */
export function publish(ctx: Ctx, latest: FunctionRecord, description: string | undefined): FunctionRecord {
  const last = versions(ctx).get(versionKey(latest.name, String(latest.published)));
  if (last && contentOf(last) === contentOf(latest)) return last;

  const published = latest.published + 1;
  const version = String(published);
  const record: FunctionRecord = {
    ...latest,
    version,
    description: description ?? latest.description,
    lastModified: ctx.now(),
    revisionId: ctx.parts.random.uuid(),
  };
  functions(ctx).put(latest.name, { ...latest, published });
  versions(ctx).put(versionKey(latest.name, version), record);
  const bytes = code(ctx).get(codeKey(latest.name, LATEST));
  if (bytes) code(ctx).put(codeKey(latest.name, version), bytes);
  return record;
}

function contentOf(record: FunctionRecord): string {
  const {
    version: _version,
    description: _description,
    lastModified: _lastModified,
    revisionId: _revisionId,
    settling: _settling,
    settlesAt: _settlesAt,
    published: _published,
    ...content
  } = record;
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
