/** Works on a few items at a time and gives each answer away as it comes, in whatever order that is. */
export async function* fewAtOnce<Item, Answer>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Answer>,
  { concurrency, signal }: { concurrency: number; signal?: AbortSignal },
): AsyncGenerator<[Item, Answer]> {
  const waiting = items[Symbol.iterator]();
  const running = new Map<number, Promise<[number, Item, Answer]>>();
  let nth = 0;
  const fill = () => {
    while (!signal?.aborted && running.size < concurrency) {
      const next = waiting.next();
      if (next.done) return;
      const at = nth++;
      running.set(
        at,
        work(next.value).then((answer) => [at, next.value, answer]),
      );
    }
  };
  for (fill(); running.size > 0; fill()) {
    const [at, item, answer] = await Promise.race(running.values());
    running.delete(at);
    yield [item, answer];
  }
}
