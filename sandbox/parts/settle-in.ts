import { flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * For a process that serves for hours, called once it listens. Under load V8 would let its young generation grow to
 * 100 MB and more and never give that back, for no speed to speak of: it stays at what the start needed. And Node
 * writes its compile cache when a process ends, which this one may only do by being killed.
 */
export function settleIn(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  flushCompileCache();
}
