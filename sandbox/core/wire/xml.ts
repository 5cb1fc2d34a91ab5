import type { NormalizedSchema } from '@smithy/core/schema';
import { toBase64 } from '@smithy/core/serde';
import { EPOCH_SECONDS } from './leaves.ts';

interface XmlTraits {
  xmlName?: string;
  xmlFlattened?: unknown;
}

/** The members of a structure as elements, without an element around them. */
export function writeXml(schema: NormalizedSchema, value: unknown): string {
  if (!schema.isStructSchema()) return '';
  const record = value as Record<string, unknown>;
  let xml = '';
  for (const [name, member] of schema.structIterator()) {
    const inner = record[name];
    if (inner === undefined || inner === null) continue;
    xml += writeMember((member.getMergedTraits() as XmlTraits).xmlName ?? name, member, inner);
  }
  return xml;
}

function writeMember(name: string, schema: NormalizedSchema, value: unknown): string {
  const flat = Boolean((schema.getMergedTraits() as XmlTraits).xmlFlattened);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const itemName = flat ? name : ((item.getMergedTraits() as XmlTraits).xmlName ?? 'member');
    const items = (value as unknown[]).map((one) => writeMember(itemName, item, one)).join('');
    return flat ? items : element(name, items);
  }
  if (schema.isMapSchema()) {
    const key = (schema.getKeySchema().getMergedTraits() as XmlTraits).xmlName ?? 'key';
    const item = schema.getValueSchema();
    const itemName = (item.getMergedTraits() as XmlTraits).xmlName ?? 'value';
    const entries = Object.entries(value as object)
      .map(([one, inner]) => element(key, escapeXml(one)) + writeMember(itemName, item, inner))
      .map((entry) => element(flat ? name : 'entry', entry))
      .join('');
    return flat ? entries : element(name, entries);
  }
  return element(name, schema.isStructSchema() ? writeXml(schema, value) : escapeXml(textOf(schema, value)));
}

export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function textOf(schema: NormalizedSchema, value: unknown): string {
  if (value instanceof Date) {
    if (schema.getSchema() === EPOCH_SECONDS) return String(value.getTime() / 1000);
    return value.toISOString().replace('.000Z', 'Z');
  }
  return value instanceof Uint8Array ? toBase64(value) : String(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#xD;',
};

export function escapeXml(text: string): string {
  // What XML 1.0 cannot hold at all is left out: no parser would take it.
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"'\r]/g, (one) => ENTITIES[one] ?? one);
}
