import { createHash, createHmac, hash } from 'node:crypto';
import type { Parts } from '#sandbox/core/parts.ts';

export const nodeCrypto: Parts['crypto'] = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  hmacSha256: (key, data) => createHmac('sha256', key).update(data).digest(),
  md5: (data) => createHash('md5').update(data).digest(),
};
