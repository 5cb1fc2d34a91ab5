/**
 * Turns what an environment writes into log events: one per printed line, one per frame of its bootstrap (which may have
 * many lines). `ended` is called at the mark that a bootstrap writes before it answers.
 */
export function logReader(mark: string, event: (message: string) => void, ended: () => void) {
  const start = Buffer.from(`\x1e${mark}`);
  let held: Buffer = Buffer.alloc(0);

  /** Takes one frame off the front; false when it is not all there yet. */
  function takeFrame(): boolean {
    const newline = held.indexOf(NEWLINE, start.length);
    if (newline < 0) return false;
    const kind = held.toString('latin1', start.length, newline);
    const length = kind === '!' ? 0 : Number(kind.slice(1));
    if (held.length < newline + 1 + length) return false;
    if (kind === '!') ended();
    else event(held.toString('utf8', newline + 1, newline + 1 + length));
    held = held.subarray(newline + 1 + length);
    return true;
  }

  function takeLines(end: number, last: boolean): void {
    let from = 0;
    while (from < end) {
      const newline = held.indexOf(NEWLINE, from);
      const to = newline >= 0 && newline < end ? newline + 1 : end;
      if (to === end && held[end - 1] !== NEWLINE && !last && end - from < MAX_EVENT_BYTES) break;
      for (let at = from; at < to; at += MAX_EVENT_BYTES) {
        event(held.toString('utf8', at, Math.min(at + MAX_EVENT_BYTES, to)));
      }
      from = to;
    }
    held = held.subarray(from);
  }

  return {
    feed(chunk: Buffer): void {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      for (let at = held.indexOf(start); at >= 0; at = held.indexOf(start)) {
        takeLines(at, true);
        if (!takeFrame()) return;
      }
      takeLines(held.length, false);
    },
    /** The stream is over: what was printed without a line break is an event too. */
    finish(): void {
      if (held.indexOf(start) !== 0) takeLines(held.length, true);
      held = Buffer.alloc(0);
    },
  };
}

const NEWLINE = 0x0a;
/** CloudWatch Logs takes no larger event. */
const MAX_EVENT_BYTES = 262_118;
