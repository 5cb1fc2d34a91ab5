/**
 * A page from a plain web server has no runner to ask: the answer itself names it. The panel has the same question in a
 * script of its own, because a file that both share would be one request more on every page.
 */
export function isServedByRunner(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return (
    entry instanceof PerformanceNavigationTiming && entry.serverTiming.some(({ name }) => name === 'handson')
  );
}
