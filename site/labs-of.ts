import { labs } from '#labs/all.ts';

/** A lab and its folder, read from the labs themselves. */
export async function labOf(id: string) {
  const found = labs.find((lab) => lab.id === id);
  if (!found) return undefined;
  return { folder: found.folder, lab: await found.load() };
}

export async function allLabs() {
  return Promise.all(labs.map(async ({ folder, load }) => ({ folder, lab: await load() })));
}
