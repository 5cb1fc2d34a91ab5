import { fill, type Locale } from '#labs/kit/text.ts';
import type { ServeProblem } from '#sandbox/parts/serve.ts';
import type { StateProblem } from '#sandbox/parts/state-problem.ts';
import { texts } from './sandbox-problem.texts.ts';

/** What stands in the way of a sandbox, for the person who wants one. */
export function sandboxProblemText(problem: ServeProblem, locale: Locale): string {
  switch (problem.kind) {
    case 'owned':
      return fill(texts.owned, locale, { pid: problem.owner?.pid ?? '?', port: problem.owner?.port ?? '?' });
    case 'state':
      return stateProblemText(problem.problem, locale);
    case 'installation':
      return fill(texts.installation, locale, { path: problem.path });
    case 'port-in-use': {
      const { port, holder } = problem;
      const who = holder ? `${holder.command} (${holder.pid})` : fill(texts.otherProcess, locale);
      return fill(texts.portInUse, locale, { port, holder: who });
    }
  }
}

export function stateProblemText({ kind, path, keptAs, detail }: StateProblem, locale: Locale): string {
  const sentence = fill(texts[kind === 'in-use' ? 'inUse' : kind], locale, { path, detail });
  return keptAs === undefined ? sentence : `${sentence} ${fill(texts.keptAs, locale, { file: keptAs })}`;
}
