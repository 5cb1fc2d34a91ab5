import { AwsError } from '#sandbox/core/errors.ts';
import { utf8 } from './encoding.ts';
import { lambdaError } from './errors.ts';
import { LIMITS } from './facts.ts';

/** The event as the function gets it; an absent one is an empty object. */
export function checkedPayload(given: Uint8Array | undefined, type: string): Uint8Array {
  const payload = given ?? new Uint8Array();
  const limit = type === 'Event' ? LIMITS.asyncPayloadBytes : LIMITS.syncPayloadBytes;
  if (payload.length > limit) {
    throw new AwsError(
      'RequestEntityTooLargeException',
      `${payload.length} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
      { status: 413 },
    );
  }
  if (payload.length === 0) return utf8.encode('{}');
  const mistake = mistakeIn(payload);
  if (mistake === undefined) return payload;
  throw lambdaError(
    'InvalidRequestContentException',
    `Could not parse request body into json: Could not parse payload into json: ${mistake}`,
  );
}

const EXPECTED = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

function mistakeIn(payload: Uint8Array): string | undefined {
  const bad = firstNonUtf8(payload);
  if (bad === 0) {
    return `Unexpected character ((CTRL-CHAR, code ${payload[0]})): expected a valid value ${EXPECTED}${source(1, 2)}`;
  }
  if (bad !== undefined) {
    const byte = (payload[bad] ?? 0).toString(16);
    return `Invalid UTF-8 start byte 0x${byte}${source(1, bad + 2)}`;
  }
  const text = utf8.decode(payload);
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return syntaxMistake(text, error instanceof Error ? error.message : '');
  }
}

/** AWS's words are those of its JSON reader; ours name the same place and the same kind of mistake. */
function syntaxMistake(text: string, message: string): string {
  const token = /^\s*([A-Za-z_$][\w$]*)/.exec(text)?.[1];
  if (token && !['null', 'true', 'false'].includes(token)) {
    return `Unrecognized token '${token}': was expecting ${EXPECTED}${source(1, text.indexOf(token) + token.length + 1)}`;
  }
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n') + 1;
  if (at >= text.length) return `Unexpected end-of-input${source(line, column - 1)}`;
  const found = text.charAt(at);
  return `Unexpected character ('${found}' (code ${found.charCodeAt(0)})): expected a valid value ${EXPECTED}${source(line, column)}`;
}

function source(line: number, column: number): string {
  return `\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}, column: ${column}]`;
}

function firstNonUtf8(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true });
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    strict.decode(bytes);
    return undefined;
  } catch {
    // The lenient reader puts U+FFFD where the first wrong byte is.
    const before = text.decode(bytes).split('\ufffd')[0] ?? '';
    return utf8.encode(before).length;
  }
}
