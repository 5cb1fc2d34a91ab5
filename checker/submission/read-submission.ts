import { gunzipSync } from 'node:zlib';
import { placeOf } from './kept-tables.ts';
import { faultIn } from './shape.ts';
import { limits, type Submission, schemaName } from './submission.ts';
import { digestAt, digestLength, digestOf } from './write-submission.ts';

/** Why a file is no submission that can be looked at; `place` says where in it, shortened and fit for a terminal. */
export interface FileProblem {
  kind: FileProblemKind;
  place: string;
}

export type FileProblemKind =
  | 'link'
  | 'unreadable'
  | 'too-large'
  | 'not-a-submission'
  | 'newer'
  | 'damaged'
  | 'shape'
  | 'dangerous'
  | 'foreign-record'
  | 'took-too-long'
  | 'too-much-memory'
  | 'crashed';

/** Reads one file. Nothing in it is believed: not its size, not its keys, not where its records say that they lie. */
export function readSubmission(bytes: Uint8Array): Submission | { problem: FileProblem } {
  if (bytes.length > limits.fileBytes) return problem('too-large', `${bytes.length}`);
  const text = unpacked(bytes);
  if (typeof text !== 'string') return text;
  const document = parsed(text);
  if (!isObject(document)) return problem('not-a-submission', '');
  const { schema } = document;
  if (typeof schema !== 'string') return problem('not-a-submission', '');
  const version = /^handson\.submission\/([1-9]\d{0,5})$/.exec(schema)?.[1];
  if (version === undefined) return problem('not-a-submission', schema);
  if (schema !== schemaName) return problem('newer', version);
  const whole = text.slice(0, digestAt) + text.slice(digestAt + digestLength);
  if (document.digest !== digestOf(whole)) return problem('damaged', '');
  const fault = faultIn(document);
  if (fault !== undefined) return problem('shape', fault);
  const submission = document as unknown as Submission;
  const found = recordProblem(submission);
  if (found) return found;
  // Another writing of the same content, a member twice for one, is none that we made.
  return JSON.stringify(document) === text ? submission : problem('shape', 'JSON');
}

/** What comes out is counted as it comes, whatever the file declares. */
function unpacked(bytes: Uint8Array): string | { problem: FileProblem } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return problem('not-a-submission', '');
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: limits.documentBytes });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? problem('too-large', `> ${limits.documentBytes}`) : problem('damaged', '');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordProblem({ target, records }: Submission): { problem: FileProblem } | undefined {
  let last = '';
  for (const [key, value] of records) {
    const place = placeOf(key);
    if (!place || place.account !== target.account) return problem('foreign-record', key);
    // They stand in order, so that the same one twice stands side by side.
    if (key <= last) return problem('foreign-record', key);
    last = key;
    const isBytes = isObject(value) && Object.keys(value).length === 1 && typeof value.base64 === 'string';
    if (place.holding === 'bytes' && !(isBytes && isBase64(value.base64 as string)))
      return problem('shape', key);
    if (
      place.holding === 'json' &&
      (value === null || !['object', 'number', 'string'].includes(typeof value))
    )
      return problem('shape', key);
    if (reachesPrototype(value, 0)) return problem('dangerous', key);
  }
  return undefined;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

const deepest = 100;

/** A member that could reach what all objects share, or a depth that no record has. */
function reachesPrototype(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > deepest) return true;
  return Object.entries(value).some(
    ([name, held]) =>
      name === '__proto__' ||
      (name === 'constructor' && isObject(held) && Object.hasOwn(held, 'prototype')) ||
      reachesPrototype(held, depth + 1),
  );
}

function problem(kind: FileProblemKind, place: string): { problem: FileProblem } {
  return { problem: { kind, place: printable(place) } };
}

/** Fit for a terminal and a table: a file may hold anything. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, ' ').slice(0, 120);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
