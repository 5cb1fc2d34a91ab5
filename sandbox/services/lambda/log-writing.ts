import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { type Lines, writeLines } from '#sandbox/services/logs/write-lines.ts';

/** An invocation never fails because its log could not be written: neither on AWS nor here. */
export async function writeLog(home: Ctx, lines: Lines): Promise<void> {
  if (lines.lines.length === 0) return;
  try {
    await writeLines(home, lines);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}
