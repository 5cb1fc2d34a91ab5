import { expect, test } from 'vitest';
import { locales } from '#labs/kit/text.ts';
import type { ServeProblem } from '#sandbox/parts/serve.ts';
import { sandboxProblemText } from './sandbox-problem.ts';

const state = (kind: 'corrupt' | 'newer' | 'in-use' | 'unreadable'): ServeProblem => ({
  kind: 'state',
  problem: { kind, path: '/home/state.sqlite', keptAs: '/home/kept', detail: 'why' },
});

test.each<[ServeProblem, string[]]>([
  [{ kind: 'owned', owner: { pid: 12, port: 4566 } as never }, ['12', '4566']],
  [{ kind: 'port-in-use', port: 4566, holder: { pid: 7, command: 'python3' } }, ['4566', 'python3 (7)']],
  [{ kind: 'port-in-use', port: 4566, holder: undefined }, ['4566']],
  [{ kind: 'installation', path: '/home/installation.json', message: '' }, ['/home/installation.json']],
  [state('corrupt'), ['/home/state.sqlite', '/home/kept', 'why']],
  [state('newer'), ['/home/state.sqlite', '/home/kept', 'why']],
  [state('in-use'), ['/home/state.sqlite']],
  [state('unreadable'), ['/home/state.sqlite']],
])('a problem is told in each language, with what it is about (%#)', (problem, facts) => {
  const told = locales.map((locale) => sandboxProblemText(problem, locale));
  expect(new Set(told).size).toBe(locales.length);
  for (const text of told) {
    for (const fact of facts) expect(text).toContain(fact);
    expect(text).not.toMatch(/[{}?]/);
  }
});
