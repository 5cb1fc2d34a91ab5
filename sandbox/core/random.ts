import type { Random } from './parts.ts';

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** From Web Crypto, which Node and every browser have. */
export function webRandom(): Random {
  const bytes = (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length));
  return {
    uuid: () => globalThis.crypto.randomUUID(),
    text(length, alphabet = LETTERS_AND_DIGITS) {
      // What would favour the first letters is thrown away.
      const usable = 256 - (256 % alphabet.length);
      let text = '';
      while (text.length < length) {
        for (const byte of bytes(length * 2)) {
          if (byte < usable && text.length < length) text += alphabet[byte % alphabet.length];
        }
      }
      return text;
    },
    fraction: () => new DataView(bytes(4).buffer).getUint32(0) / 4294967296,
  };
}
