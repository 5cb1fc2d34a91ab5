import type { CreateRestApiRequest, EndpointConfiguration, EndpointType } from '@aws-sdk/client-api-gateway';
import { badRequest, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';

const at = 'createRestApiInput.endpointConfiguration';

/** The endpoint of a new API: EDGE and ipv4 unless told, and PRIVATE in dualstack alone. */
export function checkEndpoint(input: CreateRestApiRequest): EndpointConfiguration {
  const { types, ipAddressType, vpcEndpointIds } = input.endpointConfiguration ?? {};
  refuse([
    ...outsideTypes(types),
    ...outsideEnum(ipAddressType, `${at}.ipAddressType`, facts.ipAddressTypes),
  ]);
  if (input.description === '') throw badRequest('Description cannot be an empty string');
  if (types?.length === 0) {
    throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.');
  }
  if ((types?.length ?? 0) > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  const type = types?.[0] ?? 'EDGE';
  const address = ipAddressType ?? (type === 'PRIVATE' ? 'dualstack' : 'ipv4');
  checkPrivate(type, address);
  return { types: [type], ipAddressType: address, vpcEndpointIds };
}

export function checkPrivate(type: EndpointType, ipAddressType: string): void {
  if (type === 'PRIVATE' && ipAddressType !== 'dualstack') {
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  }
}

export function checkCompression(size: number | undefined): void {
  const { least, most } = facts.compression;
  if (size === undefined || (Number.isInteger(size) && size >= least && size <= most)) return;
  throw badRequest(`Invalid minimum compression size, must be between ${least} and ${most}`);
}

function outsideTypes(types: readonly string[] | undefined): string[] {
  if (!types || types.every((type) => (facts.endpointTypes as readonly string[]).includes(type))) return [];
  return [
    `Value '[${types.join(', ')}]' at '${at}.types' failed to satisfy constraint: Member must satisfy constraint: ` +
      `[Member must satisfy enum value set: [${facts.endpointTypes.join(', ')}]]`,
  ];
}

export function checkPolicy(policy: string | undefined): void {
  if (!policy) return;
  try {
    const { Statement } = JSON.parse(policy) as { Statement?: unknown };
    if (typeof Statement === 'object' && Statement !== null) return;
  } catch {
    // Said below, as for a document without statements.
  }
  throw badRequest(
    'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
  );
}
