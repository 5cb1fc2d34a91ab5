/** Whether an IPv4 or IPv6 address lies in a network written as CIDR, or is that very address. */
export function inNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const given = parse(address);
  const wanted = parse(base);
  if (!given || !wanted || given.bits !== wanted.bits) return false;
  const prefix = length === undefined ? given.bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (prefix < 0 || prefix > given.bits) return false;
  const rest = BigInt(given.bits - prefix);
  return given.value >> rest === wanted.value >> rest;
}

function parse(address: string): { value: bigint; bits: number } | undefined {
  return address.includes(':') ? parse6(address) : parse4(address);
}

function parse4(address: string): { value: bigint; bits: number } | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined;
  return { value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n), bits: 32 };
}

function parse6(address: string): { value: bigint; bits: number } | undefined {
  const [head = '', tail, more] = address.split('::');
  if (more !== undefined) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const parts = [...left, ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...right];
  if (!parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  return { value: parts.reduce((value, part) => (value << 16n) | BigInt(`0x${part}`), 0n), bits: 128 };
}
