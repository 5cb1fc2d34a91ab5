import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { Ctx } from '#sandbox/core/context.ts';
import { invalidValue, type StoredAttribute } from './records.ts';

export function storedAttributes(
  given: Record<string, MessageAttributeValue> | undefined,
): Record<string, StoredAttribute> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(
      ([name, { DataType: type = '', StringValue: text, BinaryValue: binary }]) => {
        if (!/^(String|Number|Binary)(\.|$)/.test(type)) {
          throw invalidValue(
            `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
          );
        }
        const value = type.startsWith('Binary') ? binary && { binary: hex(binary) } : text && { text };
        if (!value)
          throw invalidValue(`Message attribute '${name}' must contain a non-empty value of type '${type}'.`);
        return [name, { type, ...value }];
      },
    ),
  );
}

export function shownAttributes(
  stored: Record<string, StoredAttribute>,
  wanted: string[],
): Record<string, MessageAttributeValue> {
  const all = wanted.some((name) => name === 'All' || name === '.*');
  const asked = (name: string) =>
    all || wanted.some((one) => one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2))));
  return Object.fromEntries(
    Object.entries(stored)
      .filter(([name]) => asked(name))
      .map(([name, { type, text, binary }]) => [
        name,
        {
          DataType: type,
          ...(text === undefined ? {} : { StringValue: text }),
          ...(binary === undefined ? {} : { BinaryValue: fromHex(binary) }),
        },
      ]),
  );
}

/** SQS's own digest: each attribute's name, type and value with their lengths, sorted by name. */
export function md5OfAttributes(ctx: Ctx, stored: Record<string, StoredAttribute>): string | undefined {
  const names = Object.keys(stored).sort();
  if (names.length === 0) return undefined;
  const bytes = names.flatMap((name) => {
    const { type = '', text, binary } = stored[name] ?? {};
    const value = binary === undefined ? utf8(text ?? '') : fromHex(binary);
    return [...sized(utf8(name)), ...sized(utf8(type)), binary === undefined ? 1 : 2, ...sized(value)];
  });
  return hex(ctx.parts.crypto.md5(Uint8Array.from(bytes)));
}

export function md5OfBody(ctx: Ctx, body: string): string {
  return hex(ctx.parts.crypto.md5(body));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sized(bytes: Uint8Array): number[] {
  const { length } = bytes;
  return [(length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255, ...bytes];
}
