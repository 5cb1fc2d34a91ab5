import type { ServiceFidelity } from './fidelity-table.ts';

export const marker = '<!-- From here on written by `npm run docs:fidelity`. -->';

/** The page with its table renewed; what stands above the marker is written by hand. */
export function renewed(page: string, services: readonly ServiceFidelity[]): string {
  const [byHand, rest] = page.split(marker);
  if (byHand === undefined || rest === undefined) throw new Error(`The page has no line ${marker}`);
  return `${byHand}${marker}\n\n${[overview(services), ...services.map(section)].join('\n\n')}\n`;
}

function overview(services: readonly ServiceFidelity[]): string {
  const rows = services.map(({ title, there, notThere }) => {
    const counts = (['works as recorded', 'works', 'stored only'] as const).map(
      (state) => there.filter((one) => one.state === state).length,
    );
    return [title, ...counts, notThere.length];
  });
  const sums = [1, 2, 3, 4].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  return table(
    ['service', 'works as recorded', 'works', 'stored only', 'not there'],
    [...rows, ['all', ...sums]],
  );
}

function section({ title, there, notThere, beyondOperations }: ServiceFidelity): string {
  const rows = there.map((one) => [code(one.name), one.state, one.calledBy.join(', '), one.note]);
  return [
    `### ${title}`,
    table(['operation', 'state', 'also called by', 'remark'], rows),
    ...(beyondOperations.length === 0
      ? []
      : [`Calls of what is deployed, as recorded: ${beyondOperations.map(code).join(', ')}.`]),
    ...(notThere.length === 0 ? [] : [`Not there: ${notThere.join(', ')}.`]),
  ].join('\n\n');
}

function table(head: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
