import { hash } from 'node:crypto';
import type { Parts } from '#sandbox/core/parts.ts';

export const nodeCrypto: Parts['crypto'] = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  hmacSha256,
  md5: (data) => hash('md5', data, 'buffer'),
};

const blockLength = 64;
const digestLength = 32;

/** RFC 2104 on one-shot hashes: every request needs one, and `createHmac` takes five times as long for it. */
function hmacSha256(key: Uint8Array | string, data: Uint8Array | string): Uint8Array {
  const bytes = typeof key === 'string' ? Buffer.from(key) : key;
  const short = bytes.length > blockLength ? hash('sha256', bytes, 'buffer') : bytes;
  const message = typeof data === 'string' ? Buffer.from(data) : data;
  const inner = padded(short, 0x36, message.length);
  inner.set(message, blockLength);
  const outer = padded(short, 0x5c, digestLength);
  outer.set(hash('sha256', inner, 'buffer'), blockLength);
  return hash('sha256', outer, 'buffer');
}

function padded(key: Uint8Array, pad: number, more: number): Uint8Array {
  const block = new Uint8Array(blockLength + more).fill(pad, 0, blockLength);
  for (let index = 0; index < key.length; index += 1) block[index] = (key[index] as number) ^ pad;
  return block;
}
