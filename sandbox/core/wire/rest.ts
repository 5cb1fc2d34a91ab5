import type { NormalizedSchema } from '@smithy/core/schema';
import { dateToUtcString, toBase64 } from '@smithy/core/serde';
import { AwsError } from '../errors.ts';
import type { OperationShape } from './catalog.ts';
import type { Incoming } from './incoming.ts';
import { readJson, writeJson } from './json.ts';
import { bytesOf, EPOCH_SECONDS, HTTP_DATE, restJsonLeaves } from './leaves.ts';
import { readText } from './query.ts';

interface HttpTraits {
  httpLabel?: unknown;
  httpQuery?: string;
  httpQueryParams?: unknown;
  httpHeader?: string;
  httpPrefixHeaders?: string;
  httpPayload?: unknown;
  httpResponseCode?: unknown;
  mediaType?: string;
}

/** Gathers an input from the path, the query, the headers and the body, as the schema binds them. */
export function readRest(
  shape: OperationShape,
  labels: Record<string, string>,
  incoming: Incoming,
  content: Uint8Array,
): object {
  const input: Record<string, unknown> = {};
  if (shape.input.isUnitSchema()) return input;
  const members = [...shape.input.structIterator()];
  const payload = members.find(([, member]) => traitsOf(member).httpPayload);
  const inBody = members.some(([, member]) => !isBound(traitsOf(member)));
  // A body goes under the bound members: a label can never be overwritten from the body.
  if (!payload && inBody) Object.assign(input, readBody(shape.input, members, content));
  const taken = takenNames(shape, members);
  for (const [name, member] of members) {
    const value = readBound(name, member, labels, incoming, taken);
    if (value !== undefined) input[name] = value;
  }
  if (payload && content.byteLength > 0) input[payload[0]] = readPayload(payload[1], content);
  return input;
}

function traitsOf(member: NormalizedSchema): HttpTraits {
  return member.getMergedTraits() as HttpTraits;
}

function isBound(traits: HttpTraits): boolean {
  return Boolean(traits.httpLabel ?? traits.httpQuery ?? traits.httpQueryParams) || isBoundInAnswer(traits);
}

/** What only a request can bind is an ordinary member of an answer. */
function isBoundInAnswer(traits: HttpTraits): boolean {
  return Boolean(
    traits.httpHeader ?? traits.httpPrefixHeaders ?? traits.httpPayload ?? traits.httpResponseCode,
  );
}

function readBody(
  schema: NormalizedSchema,
  members: ReadonlyArray<[string, NormalizedSchema]>,
  content: Uint8Array,
): object {
  const body = readJson(schema, content, restJsonLeaves) as Record<string, unknown>;
  for (const [name, member] of members) if (isBound(traitsOf(member))) delete body[name];
  return body;
}

function readBound(
  name: string,
  member: NormalizedSchema,
  labels: Record<string, string>,
  { query, headers }: Incoming,
  taken: ReadonlySet<string>,
): unknown {
  const traits = traitsOf(member);
  if (traits.httpLabel)
    return labels[name] === undefined ? undefined : readText(member, decode(labels[name]), name);
  if (traits.httpQuery) {
    const values = query.getAll(traits.httpQuery);
    if (values.length === 0) return undefined;
    if (!member.isListSchema()) return readText(member, values[0] ?? '', name);
    return values.map((one) => readText(member.getValueSchema(), one, name));
  }
  if (traits.httpQueryParams) return readQueryParameters(member, query, taken);
  if (traits.httpHeader) {
    const text = headers.get(traits.httpHeader.toLowerCase());
    if (text === undefined) return undefined;
    if (member.isListSchema()) {
      return text.split(',').map((one) => readText(member.getValueSchema(), one.trim(), name));
    }
    return traits.mediaType ? new TextDecoder().decode(bytesOf(text)) : readText(member, text, name);
  }
  if (traits.httpPrefixHeaders !== undefined) {
    const prefix = traits.httpPrefixHeaders.toLowerCase();
    const found = [...headers].filter(([header]) => header.startsWith(prefix));
    return Object.fromEntries(found.map(([header, value]) => [header.slice(prefix.length), value]));
  }
  return undefined;
}

/** What the query says by a member's own name, or by the address, is not said again in the map of all the rest. */
function takenNames(shape: OperationShape, members: ReadonlyArray<[string, NormalizedSchema]>): Set<string> {
  const fixed = new URLSearchParams(shape.http?.uri.split('?')[1] ?? '');
  return new Set([...fixed.keys(), ...members.flatMap(([, member]) => traitsOf(member).httpQuery ?? [])]);
}

function readQueryParameters(
  member: NormalizedSchema,
  query: URLSearchParams,
  taken: ReadonlySet<string>,
): Record<string, unknown> {
  const lists = member.getValueSchema().isListSchema();
  const names = [...new Set(query.keys())].filter((name) => !taken.has(name) && !name.startsWith('X-Amz-'));
  return Object.fromEntries(names.map((name) => [name, lists ? query.getAll(name) : query.get(name)]));
}

function decode(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw new AwsError('BadRequestException', 'The path is not valid percent-encoding.');
  }
}

function readPayload(member: NormalizedSchema, content: Uint8Array): unknown {
  if (member.isBlobSchema()) return content;
  if (member.isStringSchema()) return new TextDecoder().decode(content);
  return readJson(member, content, restJsonLeaves);
}

export interface RestAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export function writeRest(shape: OperationShape, output: Record<string, unknown>): RestAnswer {
  const answer: RestAnswer = { status: shape.http?.status ?? 200, headers: {}, body: '' };
  if (shape.output.isUnitSchema()) return answer;
  let payload: [NormalizedSchema, unknown] | undefined;
  let inBody = false;
  const rest: Record<string, unknown> = {};
  for (const [name, member] of shape.output.structIterator()) {
    const traits = traitsOf(member);
    const value = output[name];
    if (!isBoundInAnswer(traits)) {
      inBody = true;
      rest[name] = value;
    } else if (value === undefined || value === null) continue;
    else if (traits.httpResponseCode) answer.status = value as number;
    else if (traits.httpPayload) payload = [member, value];
    else if (traits.httpHeader) answer.headers[traits.httpHeader] = headerText(member, value);
    else if (traits.httpPrefixHeaders !== undefined) {
      for (const [key, one] of Object.entries(value as Record<string, string>)) {
        answer.headers[traits.httpPrefixHeaders + key] = headerSafe(String(one));
      }
    }
  }
  if (payload) writePayload(answer, ...payload);
  else if (inBody) {
    answer.headers['content-type'] = 'application/json';
    answer.body = writeJson(shape.output, rest, restJsonLeaves);
  }
  return answer;
}

function writePayload(answer: RestAnswer, member: NormalizedSchema, value: unknown): void {
  const named = Object.keys(answer.headers).some((header) => header.toLowerCase() === 'content-type');
  if (value instanceof Uint8Array || typeof value === 'string') {
    answer.body = value;
    if (!named) answer.headers['content-type'] = 'application/octet-stream';
    return;
  }
  answer.body = writeJson(member, value, restJsonLeaves);
  answer.headers['content-type'] = 'application/json';
}

function headerText(member: NormalizedSchema, value: unknown): string {
  if (value instanceof Date) {
    const format = member.getSchema();
    if (format === EPOCH_SECONDS) return String(value.getTime() / 1000);
    return format === HTTP_DATE || format === 4 ? dateToUtcString(value) : value.toISOString();
  }
  if (Array.isArray(value)) return headerSafe(value.map(String).join(', '));
  const text = String(value);
  return traitsOf(member).mediaType ? toBase64(text) : headerSafe(text);
}

/** What a header cannot hold would be refused by whoever sends it, or would start another header. */
function headerSafe(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
}
