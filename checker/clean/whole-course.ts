import { labs } from '#labs/all.ts';
import type { Lab } from '#labs/kit/lab.ts';
import type { Names } from '#labs/kit/names.ts';
import type { Resource } from '#labs/kit/resources.ts';
import { once } from '../resources/read-pages.ts';

/** What all labs of the course may leave, each once. */
export async function declaredByAll(names: Names): Promise<Resource[]> {
  return declaredBy(await Promise.all(labs.map(({ load }) => load())), names);
}

export function declaredBy(chosen: readonly Lab[], names: Names): Resource[] {
  return once(
    chosen.flatMap((lab) => lab.resources(names)),
    (resource) => JSON.stringify(resource),
  );
}
