import type { Ctx } from '#sandbox/core/context.ts';
import type { ZipEntry } from '#sandbox/core/parts.ts';
import { invalidParameter } from './errors.ts';
import { functionRef, homeOf } from './names.ts';
import { readPackage, unpack } from './package.ts';
import { code, codeKey, type FunctionRecord, LATEST, versionOf } from './records.ts';
import { checked, replaceCode } from './update-function-code.ts';

/** A function's code as the console's editor shows it. */
export async function codeFiles(ctx: Ctx, functionName: string, qualifier?: string): Promise<ZipEntry[]> {
  const ref = functionRef(ctx, functionName, qualifier);
  const record = versionOf(ctx, ref);
  const bytes = code(homeOf(ctx, ref)).get(codeKey(record.name, record.version));
  return bytes ? await unpack(ctx, bytes) : [];
}

/** What the console's Deploy button does with one edited file: the others stay as they are. */
export async function replaceCodeFile(
  ctx: Ctx,
  functionName: string,
  path: string,
  bytes: Uint8Array,
): Promise<FunctionRecord> {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
    throw invalidParameter(`'${path}' is not a path inside a function's code.`);
  }
  const ref = functionRef(ctx, functionName);
  const files = await codeFiles(ctx, functionName, LATEST);
  const others = files.filter((file) => file.path !== path);
  const mode = files.find((file) => file.path === path)?.mode ?? 0o644;
  const zip = ctx.parts.zip.write([...others, { path, bytes, mode }]);
  const pack = await readPackage(ctx, { ZipFile: zip }, 'UpdateFunctionCode');
  return replaceCode(homeOf(ctx, ref), checked(ctx, ref, undefined), pack);
}
