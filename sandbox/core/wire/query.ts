import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors.ts';
import { mayBeFraction } from './fractions.ts';
import { bytesOf, readTime } from './leaves.ts';

/** `a.member.1.b=c` as a tree; names have at most as many parts as AWS's own inputs can need. */
interface Branch {
  value?: string;
  under: Map<string, Branch>;
}

const DEEPEST = 32;

export function readQuery(schema: NormalizedSchema, parameters: URLSearchParams): object {
  const root: Branch = { under: new Map() };
  for (const [name, value] of parameters) plant(root, name, value);
  if (schema.isUnitSchema()) return {};
  return read(schema, root) as object;
}

function plant(root: Branch, name: string, value: string): void {
  const parts = name.split('.', DEEPEST + 1);
  if (parts.length > DEEPEST) throw malformed(`The parameter ${parts[0]} is too deep`);
  let at = root;
  for (const part of parts) {
    const next = at.under.get(part) ?? { under: new Map() };
    at.under.set(part, next);
    at = next;
  }
  at.value = value;
}

interface XmlTraits {
  xmlName?: string;
  xmlFlattened?: unknown;
}

function read(schema: NormalizedSchema, branch: Branch, name = ''): unknown {
  if (schema.isStructSchema()) {
    const record: Record<string, unknown> = {};
    for (const [name, member] of schema.structIterator()) {
      const under = branch.under.get((member.getMergedTraits() as XmlTraits).xmlName ?? name);
      const value = under && read(member, under, name);
      if (value !== undefined) record[name] = value;
    }
    return record;
  }
  const { xmlFlattened } = schema.getMergedTraits() as XmlTraits;
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const itemName = (item.getMergedTraits() as XmlTraits).xmlName ?? 'member';
    const items = xmlFlattened ? branch : branch.under.get(itemName);
    return numbered(items).map((one) => read(item, one, name));
  }
  if (schema.isMapSchema()) {
    const entries = xmlFlattened ? branch : branch.under.get('entry');
    const key = (schema.getKeySchema().getMergedTraits() as XmlTraits).xmlName ?? 'key';
    const item = schema.getValueSchema();
    const value = (item.getMergedTraits() as XmlTraits).xmlName ?? 'value';
    return Object.fromEntries(
      numbered(entries).map((one) => [
        one.under.get(key)?.value ?? '',
        read(item, one.under.get(value) ?? { value: '', under: new Map() }, name),
      ]),
    );
  }
  return branch.value === undefined ? undefined : readText(schema, branch.value, name);
}

function numbered(branch: Branch | undefined): Branch[] {
  return [...(branch?.under ?? [])]
    .filter(([index]) => /^\d{1,9}$/.test(index))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, one]) => one);
}

/** A value that came as text: in a form, in a header, in a path. */
export function readText(schema: NormalizedSchema, text: string, name: string): unknown {
  if (schema.isBooleanSchema()) {
    if (text !== 'true' && text !== 'false') throw malformed(`${text} must be true or false`);
    return text === 'true';
  }
  if (schema.isNumericSchema()) {
    const number = Number(text);
    const whole = Number.isInteger(number) || mayBeFraction(name);
    if (text.trim() === '' || Number.isNaN(number) || !whole) throw malformed(`${text} is not a number`);
    return number;
  }
  if (schema.isBigIntegerSchema()) {
    if (!/^-?\d{1,40}$/.test(text)) throw malformed(`${text} is not a number`);
    return BigInt(text);
  }
  if (schema.isTimestampSchema()) return readTime(text);
  if (schema.isBlobSchema()) return bytesOf(text);
  return text;
}

function malformed(message: string): AwsError {
  return new AwsError('MalformedInput', message);
}
