import type { Ctx } from '#sandbox/core/context.ts';

export const HEX = '0123456789abcdef';

/** What X-Ray would call this invocation; it follows an event into the queues where it ends. */
export function newTraceId({ parts: { random }, now }: Pick<Ctx, 'parts' | 'now'>): string {
  const seconds = Math.floor(now() / 1000).toString(16);
  return `Root=1-${seconds}-${random.text(24, HEX)};Parent=${random.text(16, HEX)};Sampled=0`;
}
