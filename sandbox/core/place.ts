import type { ServiceName } from './service.ts';

/** Services whose records live in no region. Known here because a context is made before a service is imported. */
const GLOBAL: ReadonlySet<ServiceName> = new Set<ServiceName>(['iam', 'sts', 'budgets']);

export function isGlobal(service: ServiceName): boolean {
  return GLOBAL.has(service);
}

/** Where a table's records lie in the store. */
export function tablePath(place: {
  account: string;
  region: string;
  service: ServiceName;
  name: string;
}): string {
  const region = isGlobal(place.service) ? 'global' : place.region;
  return `${place.account}/${region}/${place.service}/${place.name}`;
}
