import { deployCode, run } from '#labs/kit/apply-function.ts';
import { missingFunction, readFunction } from '#labs/kit/function.ts';
import type { Step } from '#labs/kit/lab.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { absent, different, pass } from '#labs/kit/result.ts';
import { type LoggedRun, readRuns } from '#labs/kit/run-log.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

/** What stands outside the handler outlives a call: shown by a counter that the code keeps there and logs. */
export const warmStart: Step = {
  id: 'warm-start',
  kind: 'milestone',
  title: texts.warmTitle,
  hints: [texts.warmHint1, texts.warmHint2, texts.warmAnswer],
  async check(look) {
    const fn = await readFunction(look);
    if (!fn) return missingFunction(look);
    const counted = (await readRuns(fn, look)).flatMap((run) => {
      const count = countOf(run);
      return count === undefined ? [] : [{ ...run, count }];
    });
    const own = counted.filter(
      ({ requestId, at }) => !look.known.isOurCall(requestId) && !look.known.isOurTime(at),
    );
    const warm = own.filter(({ stream, count }) =>
      counted.some((other) => other.stream === stream && other.count < count),
    );
    const most = Math.max(0, ...own.map(({ count }) => count));
    const evidence = { call: 'logs:FilterLogEvents', field: 'warm', expected: 2, found: most };
    if (warm.length > 0) return pass(evidence);
    if (counted.length === 0) return absent(says(texts.noCounter), says(texts.noCounterNext), evidence);
    if (own.length < 2) return absent(says(texts.runTwice), says(texts.runTwiceNext), evidence);
    return different(says(texts.alwaysSame, { count: most }), says(texts.alwaysSameNext), evidence);
  },
  async apply(doing) {
    await deployCode(doing, await doing.solution());
    await run(doing, proxyEvent('おはよう'));
    await run(doing, proxyEvent('こんばんは'));
  },
};

function countOf({ lines }: LoggedRun): number | undefined {
  for (const line of lines) {
    const count = /\bwarm\b\D{0,9}(\d+)/i.exec(line)?.[1];
    if (count !== undefined) return Number(count);
  }
  return undefined;
}
