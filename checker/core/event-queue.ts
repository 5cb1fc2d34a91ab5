/** Events from many places at once, read by one in the order they came. */
export function eventQueue<Event>() {
  const waiting: Event[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  let failure: { error: unknown } | undefined;
  const stir = () => {
    wake?.();
    wake = undefined;
  };
  return {
    put(event: Event) {
      waiting.push(event);
      stir();
    },
    end() {
      ended = true;
      stir();
    },
    fail(error: unknown) {
      failure = { error };
      stir();
    },
    async *events(): AsyncGenerator<Event> {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift() as Event;
        if (failure) throw failure.error;
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
