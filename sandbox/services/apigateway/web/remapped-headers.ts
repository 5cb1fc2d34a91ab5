/** Headers that are the gateway's own business: AWS hands an integration's on under another name. */
const owned = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
]);

export function remapped(headers: Array<readonly [string, string]>): Array<readonly [string, string]> {
  return headers
    .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
    .map(
      ([name, value]) => [owned.has(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name, value] as const,
    );
}
