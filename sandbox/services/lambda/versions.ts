import type { PublishVersionCommandInput, PublishVersionCommandOutput } from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { configurationOf } from './configuration.ts';
import { invalidParameter, notHere } from './errors.ts';
import { functionRef, homeOf } from './names.ts';
import { publish } from './publish.ts';
import { checked } from './update-function-code.ts';

export const publishVersion: Operation<PublishVersionCommandInput, PublishVersionCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { description: { maxLength: 256 } });
  if (input.PublishTo) throw notHere('capacity providers', 'Leave PublishTo out.');
  const ref = functionRef(ctx, input.FunctionName);
  const home = homeOf(ctx, ref);
  const latest = checked(ctx, ref, input.RevisionId);
  if (input.CodeSha256 && input.CodeSha256 !== latest.codeSha256) {
    throw invalidParameter(
      `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${latest.codeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
    );
  }
  const version = home.atomic(() => publish(home, latest, input.Description));
  return configurationOf(home, version, version.version);
};
