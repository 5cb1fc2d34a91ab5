import type { NormalizedSchema } from '@smithy/core/schema';

/** What one input may take of the log, in characters: ten thousand of them are kept. */
const MOST = 2000;
const SECRET_NAME = /secret|password|token|credential|privatekey/i;

/** An input as it may be kept in the log: the schema says what is sensitive, blobs are code or payloads. */
export function withoutSecrets(schema: NormalizedSchema | undefined, value: unknown): unknown {
  if (value === undefined || value === null || !schema) return undefined;
  return redact(schema, value, '', { left: MOST });
}

interface Budget {
  left: number;
}

function redact(schema: NormalizedSchema, value: unknown, name: string, budget: Budget): unknown {
  if (value === null || value === undefined) return value;
  if (budget.left <= 0) return '…';
  budget.left -= name.length + 8;
  if (value instanceof Uint8Array) return `<${value.byteLength} bytes>`;
  if (schema.getMergedTraits().sensitive || isSecret(name, value)) return '***';
  if (schema.isStructSchema()) {
    const record = value as Record<string, unknown>;
    const copy: Record<string, unknown> = {};
    for (const [member, memberSchema] of schema.structIterator()) {
      if (record[member] !== undefined) copy[member] = redact(memberSchema, record[member], member, budget);
    }
    return copy;
  }
  if (schema.isListSchema() && Array.isArray(value)) {
    const item = schema.getValueSchema();
    return within(value, budget).map((one) => redact(item, one, name, budget));
  }
  if (schema.isMapSchema() && typeof value === 'object') {
    const item = schema.getValueSchema();
    const entries = within(Object.entries(value), budget);
    return Object.fromEntries(entries.map(([key, one]) => [key, redact(item, one, key, budget)]));
  }
  return typeof value === 'string' ? cut(value, budget) : value;
}

/** Paging tokens are not secrets, and whoever debugs paging wants to see them. */
function isSecret(name: string, value: unknown): boolean {
  return typeof value === 'string' && SECRET_NAME.test(name) && !/^(next|continuation|starting)/i.test(name);
}

function within<T>(items: T[], budget: Budget): T[] {
  return items.slice(0, Math.max(0, Math.ceil(budget.left / 8)));
}

function cut(text: string, budget: Budget): string {
  const room = Math.max(0, budget.left);
  budget.left -= text.length;
  return text.length > room ? `${text.slice(0, room)}…` : text;
}
