import type { Cli } from '#checker/cli/cli.ts';
import { instantOf } from '#checker/grading/local-time.ts';
import { everyLab, type Rules } from '#checker/grading/rules.ts';
import { columns } from '#checker/render/columns.ts';
import { labs } from '#labs/all.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import { texts } from './rules-lines.texts.ts';

/** The rules of a class, as a person reads them; each deadline with its instant, so that a time zone shows. */
export async function rulesLines(rules: Rules, cli: Cli): Promise<string[]> {
  const { timeZone, deadlines, points, cleaned, late } = rules;
  const inOrder = [...labs.map(({ id }) => id), everyLab];
  const due = inOrder.flatMap((lab): Array<[string, string]> => {
    const local = deadlines[lab];
    if (local === undefined) return [];
    const others = Object.keys(deadlines).length > 1 ? texts.everyOther : texts.everyLab;
    const name = lab === everyLab ? cli.say(others) : lab;
    const utc = new Date(instantOf(local, timeZone)).toISOString().slice(0, 16);
    return [[name, `${local} (${utc}Z)`]];
  });
  const worth = Object.entries(points).map(([place, number]): [string, string] => [
    place,
    cli.say(texts.points, { points: numberIn(cli.locale, number) }),
  ]);
  return [
    cli.say(texts.timeZone, { timeZone }),
    due.length === 0 ? cli.say(texts.noDeadlines) : cli.say(texts.deadlines),
    ...(due.length === 0 ? [] : [columns(due, cli.width)]),
    late === null
      ? cli.say(texts.lateIsNothing)
      : cli.say(texts.late, numbersIn(cli.locale, { day: late.percentPerDay, most: late.atMost })),
    cli.say(texts.usual),
    ...(worth.length === 0 ? [] : [columns(worth, cli.width)]),
    cli.say(texts.cleaned, { points: numberIn(cli.locale, cleaned) }),
  ];
}
