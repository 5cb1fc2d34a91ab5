/** A list that cannot be read to its end: what is not in it is not known to be absent. */
export class ListingStuck extends Error {
  constructor() {
    super('the same page came again and again');
    this.name = 'ListingStuck';
  }
}

const MOST_REPEATS = 3;

/**
 * All of a list, page after page, empty pages included. A token that was handed out before is asked again a few times,
 * since a hiccup passes; a list that goes round in a circle is an error, never half an answer.
 */
export async function readPages<Page, Item>(
  read: (token: string | undefined) => Promise<Page>,
  { items, next }: { items(page: Page): readonly Item[] | undefined; next(page: Page): string | undefined },
): Promise<Item[]> {
  const all: Item[] = [];
  const seen = new Map<string, number>();
  let token: string | undefined;
  do {
    const page = await read(token);
    token = next(page) || undefined;
    const times = token === undefined ? 0 : (seen.get(token) ?? 0);
    if (times > MOST_REPEATS) throw new ListingStuck();
    if (token !== undefined) seen.set(token, times + 1);
    // Asked again with the same token, the page that comes was counted already.
    all.push(...(items(page) ?? []));
  } while (token !== undefined);
  return all;
}

/** Each once, by its key: a repeated page brings the same things again. */
export function once<Item>(items: readonly Item[], key: (item: Item) => string | undefined): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
