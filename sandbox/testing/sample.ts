import type { NormalizedSchema } from '@smithy/core/schema';

/** A value with something at every place that a schema has, to see whether the wire carries it all. */
export function sampleOf(schema: NormalizedSchema, depth = 0): unknown {
  const traits = schema.getMergedTraits() as Record<string, unknown>;
  if (schema.isUnitSchema()) return {};
  if (schema.isUnionSchema()) {
    const [first] = [...schema.structIterator()];
    return first ? { [first[0]]: sampleOf(first[1], depth + 1) } : {};
  }
  if (schema.isStructSchema()) {
    const members = [...schema.structIterator()].filter(
      ([, member]) =>
        depth < DEEPEST || !(member.isStructSchema() || member.isListSchema() || member.isMapSchema()),
    );
    return Object.fromEntries(members.map(([name, member]) => [name, sampleOf(member, depth + 1)]));
  }
  if (schema.isDocumentSchema()) return { any: ['thing', 1, true] };
  if (schema.isListSchema()) return [1, 2].map(() => sampleOf(schema.getValueSchema(), depth + 1));
  if (schema.isMapSchema()) {
    const value = sampleOf(schema.getValueSchema(), depth + 1);
    return traits.httpPrefixHeaders !== undefined ? { key: value } : { 'a key.1': value };
  }
  if (schema.isStringSchema()) return traits.httpHeader ? 'plain text' : 'text / ü & <b> +%41';
  if (schema.isBooleanSchema()) return true;
  if (schema.isNumericSchema()) return traits.httpResponseCode ? 200 : 7;
  if (schema.isBigIntegerSchema()) return 7n;
  if (schema.isBlobSchema()) return new Uint8Array([0, 255, 65]);
  if (schema.isTimestampSchema()) return new Date(1_700_000_000_000);
  return 'text';
}

const DEEPEST = 5;
