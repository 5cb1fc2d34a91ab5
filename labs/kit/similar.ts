import type { Look } from './lab.ts';

/** Another name that is meant to be this one: other case, a space or a dash too many. */
export function similarName(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => name !== wanted && plain(name) === plain(wanted));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** The first other region in which `find` finds it. A look that is refused is a hint left out, not a failure. */
export async function foundElsewhere(
  look: Look,
  find: (aws: Look['aws']) => Promise<boolean>,
): Promise<string | undefined> {
  const found = await Promise.all(
    look.elsewhere.map(async ({ region, aws }) => ((await quietly(find(aws))) ? region : undefined)),
  );
  return found.find((region) => region !== undefined);
}

/** For what is only a hint: an error means that there is none. */
export async function quietly<Value>(work: Promise<Value>): Promise<Value | undefined> {
  return work.catch(() => undefined);
}
