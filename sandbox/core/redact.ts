import type { NormalizedSchema } from '@smithy/core/schema';

const LONGEST_TEXT = 1024;
const LONGEST_LIST = 50;
const SECRET_NAME = /secret|password|token|credential|privatekey/i;

/** An input as it may be kept in the log: the schema says what is sensitive, blobs are code or payloads. */
export function withoutSecrets(schema: NormalizedSchema | undefined, value: unknown): unknown {
  if (value === undefined || value === null || !schema) return undefined;
  return redact(schema, value, '');
}

function redact(schema: NormalizedSchema, value: unknown, name: string): unknown {
  if (value === null || value === undefined) return value;
  if (value instanceof Uint8Array) return `<${value.byteLength} bytes>`;
  if (schema.getMergedTraits().sensitive || isSecret(name, value)) return '***';
  if (schema.isStructSchema()) {
    const record = value as Record<string, unknown>;
    const copy: Record<string, unknown> = {};
    for (const [member, memberSchema] of schema.structIterator()) {
      if (record[member] !== undefined) copy[member] = redact(memberSchema, record[member], member);
    }
    return copy;
  }
  if (schema.isListSchema() && Array.isArray(value)) {
    const item = schema.getValueSchema();
    return value.slice(0, LONGEST_LIST).map((one) => redact(item, one, name));
  }
  if (schema.isMapSchema() && typeof value === 'object') {
    const item = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, redact(item, one, `${name}.${key}`)]),
    );
  }
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return `${value.slice(0, LONGEST_TEXT)}…`;
  return value;
}

/** Paging tokens are not secrets, and whoever debugs paging wants to see them. */
function isSecret(name: string, value: unknown): boolean {
  return typeof value === 'string' && SECRET_NAME.test(name) && !/^(next|continuation|starting)/i.test(name);
}
