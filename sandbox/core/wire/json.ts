import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors.ts';
import { jsonLeaves, type Leaves } from './leaves.ts';
import { readTree, writeTree } from './tree.ts';

export function readJson(schema: NormalizedSchema, bytes: Uint8Array, leaves: Leaves = jsonLeaves): object {
  const value = parse(bytes);
  if (schema.isUnitSchema()) return {};
  return (readTree(schema, value, leaves) ?? {}) as object;
}

export function writeJson(schema: NormalizedSchema, value: unknown, leaves: Leaves = jsonLeaves): string {
  return schema.isUnitSchema() ? '{}' : JSON.stringify(writeTree(schema, value, leaves));
}

/** Deep enough for any policy or template, and far from what breaks a recursive reader. */
const DEEPEST = 500;

function parse(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {};
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (depthOf(text) > DEEPEST) throw new SyntaxError('too deep');
    return JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'Could not parse request body into json.');
  }
}

/** An upper bound, since brackets in strings count too: only a text that exceeds it is looked at closely. */
function depthOf(text: string): number {
  let opened = 0;
  for (let at = text.indexOf('['); at !== -1 && opened <= DEEPEST; at = text.indexOf('[', at + 1))
    opened += 1;
  for (let at = text.indexOf('{'); at !== -1 && opened <= DEEPEST; at = text.indexOf('{', at + 1))
    opened += 1;
  return opened <= DEEPEST ? opened : exactDepth(text);
}

function exactDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}
