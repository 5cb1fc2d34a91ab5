/** A page from a plain web server has no runner to ask: the answer itself names it. */
export function isServedByRunner(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return (
    entry instanceof PerformanceNavigationTiming && entry.serverTiming.some(({ name }) => name === 'handson')
  );
}
