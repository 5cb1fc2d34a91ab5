import { padEnd, widthOf, wrap } from './width.ts';

/**
 * Two columns that line up, the right one wrapped. Where the terminal is too narrow for both, the right one goes
 * below, indented.
 */
export function columns(rows: ReadonlyArray<readonly [string, string]>, width: number, indent = 2): string {
  const left = Math.max(0, ...rows.map(([name]) => widthOf(name)));
  const margin = ' '.repeat(indent);
  const room = width - indent - left - 2;
  return rows
    .flatMap(([name, text]) => {
      if (text === '') return [margin + name];
      if (room < 24)
        return [margin + name, ...wrap(text, width - indent - 4).map((line) => `${margin}    ${line}`)];
      const [first = '', ...rest] = wrap(text, room);
      const hang = ' '.repeat(indent + left + 2);
      return [`${margin}${padEnd(name, left)}  ${first}`, ...rest.map((line) => hang + line)];
    })
    .join('\n');
}
