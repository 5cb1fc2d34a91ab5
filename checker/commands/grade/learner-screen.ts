import type { Cli } from '#checker/cli/cli.ts';
import type { Spell } from '#checker/grading/gradebook.ts';
import { hasAccount } from '#checker/grading/learner.ts';
import type { StepMark } from '#checker/grading/marks.ts';
import { texts as words } from '#checker/grading/reports/heat-map.texts.ts';
import { numberOf, stepNumber, toldPoints, toldState } from '#checker/grading/reports/heat-map.ts';
import { whenIn } from '#checker/grading/reports/numbers-and-times.ts';
import { signOf, signs } from '#checker/grading/reports/step-sign.ts';
import { noRules } from '#checker/grading/rules.ts';
import { texts as outcomes } from '#checker/render/check-screen.texts.ts';
import { columns } from '#checker/render/columns.ts';
import { padEnd, widthOf, wrap } from '#checker/render/width.ts';
import type { Lab, Step } from '#labs/kit/lab.ts';
import { isAbsentCode } from '#labs/kit/or-absent.ts';
import { sayIn } from '#labs/kit/text.ts';
import { historyLine } from '../class/history-line.ts';
import { shown } from './learner-line.ts';
import type { Seen } from './learner-seen.ts';
import { texts } from './show-learner.texts.ts';

const mostFailed = 10;

/** All that was seen of a learner, line by line. */
export function* learnerScreen(seen: Seen, cli: Cli): Generator<string> {
  const { file, marks, labs } = seen;
  yield* headOf(seen, cli);
  if (marks.at === null) {
    yield `  ${cli.say(texts.never, { class: file.name, learner: marks.learner.id })}`;
  } else {
    yield* changesOf(seen, cli);
    for (const lab of labs) yield* labOf(lab, seen, cli);
    yield* historyOf(seen, cli);
  }
  yield* decisionsOf(seen, cli);
  yield* failedOf(seen, cli);
}

function* headOf({ file, marks, ids }: Seen, cli: Cli): Generator<string> {
  const { learner, at, cleaned } = marks;
  const when = whenIn(cli.locale, (file.rules ?? noRules).timeZone);
  const { sum, open } = toldPoints(marks, cli.locale);
  yield cli.paint.strong(`${shown(learner.name)} (${learner.id})`);
  const facts = [
    hasAccount(learner) ? cli.say(texts.account, { account: learner.account, region: learner.region }) : '',
    ids.length > 1 ? cli.say(texts.before, { ids: ids.slice(1).join(', ') }) : '',
    sum,
    open ?? '',
    toldState(marks, cli.locale) ?? '',
    at === null ? '' : cli.say(texts.seen, { when: when(at) }),
  ];
  yield* indented(facts.filter(Boolean).join(' · '), cli);
  if (cleaned.at !== null) yield* indented(cli.say(texts.cleaned, { when: when(cleaned.at) }), cli);
}

function* changesOf({ changes, labs }: Seen, cli: Cli): Generator<string> {
  yield `\n${cli.paint.strong(cli.say(texts.changes))}`;
  if (changes.length === 0) yield `  ${cli.paint.dim(cli.say(texts.noChange))}`;
  for (const { lab, step, was, is } of changes) {
    const [before, now] = [was, is].map(({ outcome }) => cli.say(outcomes[outcome]));
    const line = cli.say(texts.change, {
      step: placeOf(labs, lab, step, cli),
      was: before ?? '',
      is: now ?? '',
    });
    yield* indented(line, cli);
  }
}

function* labOf(lab: Lab, { file, marks }: Seen, cli: Cli): Generator<string> {
  yield `\n${cli.paint.strong(`${numberOf(lab)} ${lab.title[cli.locale]}`)}`;
  const when = whenIn(cli.locale, (file.rules ?? noRules).timeZone);
  for (const [at, step] of lab.steps.entries()) {
    const mark = marks.steps.find((one) => one.lab === lab.id && one.step === step.id);
    yield stepHead(lab, step, at, mark, cli);
    if (!mark) continue;
    if (mark.first)
      yield* detail(
        cli.say(texts.first, { when: when(mark.first.at), run: mark.first.run }),
        cli,
        cli.paint.dim,
      );
    yield* resultLines(mark, cli);
  }
}

function stepHead(lab: Lab, step: Step, at: number, mark: StepMark | undefined, cli: Cli): string {
  const sign = signOf(mark);
  const word = words[sign][cli.locale];
  const colour = { credited: cli.paint.good, late: cli.paint.good, 'not-yet': cli.paint.bad }[sign as string];
  const head = (colour ?? cli.paint.care)(cli.plain ? word : padEnd(signs[sign], 3));
  const optional = step.optional ? ` (${words.optional[cli.locale]})` : '';
  const told = cli.plain ? '' : cli.paint.dim(` – ${word}`);
  return `  ${head} ${stepNumber(lab, at)} ${step.title[cli.locale]}${optional}${told}`;
}

function* resultLines({ result, credit }: StepMark, cli: Cli): Generator<string> {
  if (!result) return;
  if (credit !== 'exempt') {
    for (const said of result.messages) yield* detail(sayIn(said, cli.locale), cli);
    if (result.next) yield* detail(`→ ${sayIn(result.next, cli.locale)}`, cli, cli.paint.strong);
  }
  for (const { call, field, expected, found } of result.evidence) {
    if (call === '') continue;
    const values = { expected: show(expected), found: show(found) };
    yield* detail(`${call} ${field}: ${cli.say(outcomes.evidence, values)}`, cli, cli.paint.dim);
  }
}

function* historyOf({ file, spells, labs }: Seen, cli: Cli): Generator<string> {
  const format = new Intl.DateTimeFormat(cli.locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: (file.rules ?? noRules).timeZone,
  });
  yield `\n${cli.paint.strong(cli.say(texts.history))}`;
  const rows = spells.map((spell, at): [string, string] => {
    const { lab, step, from, to, runs } = spell;
    const before = spells[at - 1];
    const isSame = before?.lab === lab && before.step === step;
    const [first, last] = runs;
    const time =
      first === last
        ? cli.say(texts.once, { from: format.format(from), first })
        : cli.say(texts.span, { from: format.format(from), to: format.format(to), first, last });
    return [isSame ? '' : numberIn(labs, lab, step), `${time}: ${toldOf(spell, cli)}`];
  });
  const wide = Math.max(0, ...rows.map(([number]) => widthOf(number)));
  yield columns(
    rows.map(([number, text]) => [padEnd(number, wide), text]),
    cli.width,
  );
}

function toldOf({ result, source, how }: Spell, cli: Cli): string {
  const notes = [
    source === 'claimed' ? cli.say(texts.claimed) : '',
    how === 'provided' ? cli.say(texts.provided) : '',
  ].filter(Boolean);
  const [said] = result.messages;
  const word = [cli.say(outcomes[result.outcome]), ...notes].join(', ');
  return said ? shown(`${word}. ${sayIn(said, cli.locale)}`) : word;
}

function* decisionsOf({ decisions }: Seen, cli: Cli): Generator<string> {
  yield `\n${cli.paint.strong(cli.say(texts.decisions))}`;
  if (decisions.length === 0) yield `  ${cli.paint.dim(cli.say(texts.noDecisions))}`;
  else
    yield columns(
      decisions.map((one) => [one.at.slice(0, 16).replace('T', ' '), shown(historyLine(one, cli.locale))]),
      cli.width,
    );
}

/** What AWS's support asks for first. All the other calls are in the JSON. */
function* failedOf({ requests }: Seen, cli: Cli): Generator<string> {
  const failed = requests.filter(({ error }) => error !== undefined && !isAbsentCode(error));
  if (failed.length === 0) return;
  yield `\n${cli.paint.strong(cli.say(texts.failed))}`;
  yield columns(
    failed.slice(0, mostFailed).map(({ call, id, error = '' }) => [call, shown(`${error} ${id}`)]),
    cli.width,
  );
}

function* indented(text: string, cli: Cli): Generator<string> {
  for (const line of wrap(text, cli.width - 2)) yield `  ${line}`;
}

function* detail(text: string, cli: Cli, colour = (line: string) => line): Generator<string> {
  for (const line of wrap(shown(text), cli.width - 6)) yield `      ${colour(line)}`;
}

function placeOf(labs: readonly Lab[], labId: string, stepId: string, cli: Cli): string {
  const step = labs.find(({ id }) => id === labId)?.steps.find(({ id }) => id === stepId);
  return `${numberIn(labs, labId, stepId)} ${step?.title[cli.locale] ?? ''}`.trimEnd();
}

function numberIn(labs: readonly Lab[], labId: string, stepId: string): string {
  const lab = labs.find(({ id }) => id === labId);
  const at = lab?.steps.findIndex(({ id }) => id === stepId) ?? -1;
  return lab && at >= 0 ? stepNumber(lab, at) : `${labId}/${stepId}`;
}

function show(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
