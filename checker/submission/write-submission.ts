import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import { limits, type Submission, schemaName } from './submission.ts';

export interface Written {
  bytes: Uint8Array;
  /** Of the document, before it was packed. */
  size: number;
  digest: string;
}

/** The file of a submission: the same content gives the same bytes, on every machine. */
export function writeSubmission(
  content: Omit<Submission, 'schema' | 'digest'>,
): Written | { tooLarge: { size: number; most: number } } {
  const { course, learner, target, labs, installation, claims, records } = content;
  if (records.length > limits.records) return { tooLarge: { size: records.length, most: limits.records } };
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  const open = JSON.stringify({
    schema: schemaName,
    digest: '',
    course,
    learner,
    target,
    labs,
    installation,
    claims,
    records: sorted,
  });
  const digest = digestOf(open);
  const text = open.slice(0, digestAt) + digest + open.slice(digestAt);
  const plain = new TextEncoder().encode(text);
  if (plain.length > limits.documentBytes)
    return { tooLarge: { size: plain.length, most: limits.documentBytes } };
  const bytes = gzipSync(plain, { level: 9, mtime: 0 });
  if (bytes.length > limits.fileBytes) return { tooLarge: { size: bytes.length, most: limits.fileBytes } };
  return { bytes, size: plain.length, digest };
}

export const digestLength = 64;

/** Where the digits of the digest begin in every file of this version. */
export const digestAt = `{"schema":"${schemaName}","digest":"`.length;

/** Of the text without its digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
