import type { FunctionCode } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { type ZipEntry, ZipRefused } from '#sandbox/core/parts.ts';
import { base64 } from './encoding.ts';
import { invalidParameter, notHere } from './errors.ts';
import { LIMITS } from './facts.ts';

export interface Package {
  bytes: Uint8Array;
  sha256: string;
  size: number;
  entries: ZipEntry[];
}

/** Takes in what a learner sent as code, for a function or a layer, or says why not. */
export async function readPackage(
  ctx: Ctx,
  code: Pick<FunctionCode, 'ZipFile' | 'S3Bucket' | 'S3Key' | 'ImageUri'>,
  operation: string,
): Promise<Package> {
  if (code.ImageUri !== undefined) {
    throw notHere('container images', 'Create the function from a .zip file with Code.ZipFile.');
  }
  if (code.S3Bucket !== undefined || code.S3Key !== undefined) {
    throw notHere('Amazon S3', 'Send the .zip file itself with Code.ZipFile.');
  }
  const bytes = code.ZipFile;
  if (bytes === undefined) {
    throw invalidParameter('Please provide a source for function code.');
  }
  if (bytes.length === 0) throw invalidParameter('Uploaded file must be a non-empty zip');
  if (Math.ceil(bytes.length / 3) * 4 >= LIMITS.codeRequestBytes) {
    throw new AwsError(
      'RequestEntityTooLargeException',
      `Request must be smaller than ${LIMITS.codeRequestBytes} bytes for the ${operation} operation`,
      { status: 413 },
    );
  }
  const entries = await unpack(ctx, bytes);
  return { bytes, sha256: base64(ctx.parts.crypto.sha256(bytes)), size: bytes.length, entries };
}

export async function unpack(ctx: Ctx, bytes: Uint8Array): Promise<ZipEntry[]> {
  try {
    const entries = await ctx.parts.zip.read(bytes, LIMITS.unzippedBytes);
    if (entries.length === 0) throw invalidParameter('Uploaded file must be a non-empty zip');
    return entries;
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    throw invalidParameter(
      error.reason === 'too-large'
        ? `Unzipped size must be smaller than ${LIMITS.unzippedBytes} bytes`
        : 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
}
