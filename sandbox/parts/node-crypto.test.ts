import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCrypto } from './node-crypto.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const data = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }));

test('a keyed hash is what Node computes, for keys shorter and longer than a block', () => {
  const key = fc.oneof(data, fc.uint8Array({ minLength: 60, maxLength: 140 }));
  fc.assert(
    fc.property(key, data, (secret, message) => {
      const theirs = createHmac('sha256', secret).update(message).digest('hex');
      expect(hex(nodeCrypto.hmacSha256(secret, message))).toBe(theirs);
    }),
  );
});

test('the test vector of RFC 4231, case 2', () => {
  expect(hex(nodeCrypto.hmacSha256('Jefe', 'what do ya want for nothing?'))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('hashes of text and of bytes', () => {
  fc.assert(
    fc.property(data, (message) => {
      expect(hex(nodeCrypto.sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
      expect(hex(nodeCrypto.md5(message))).toBe(createHash('md5').update(message).digest('hex'));
    }),
  );
});
