import { courseNames } from '#labs/kit/names.ts';
import { fill } from '#labs/kit/text.ts';
import { openCleaner } from '../clean/cleaner.ts';
import { declaredByAll } from '../clean/whole-course.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { checkerPolicy } from '../policy/checker-policy.ts';
import { cleanerPolicy, type Removal } from '../policy/cleaner-policy.ts';
import { asDocuments, type PolicyDocument, type Statement, sizeOf } from '../policy/document.ts';
import { graderPolicy, graderTrust } from '../policy/grader-policy.ts';
import { learnerPolicy } from '../policy/learner-policy.ts';
import type { Place } from '../policy/places.ts';
import { grantsFor } from '../resources/kinds.ts';
import { readTarget } from '../target/target-file.ts';
import { openDesk } from './open-desk.ts';
import { texts } from './policy.texts.ts';

const kinds = ['learner', 'checker', 'cleaner', 'grader'] as const;

type Kind = (typeof kinds)[number];

interface Named {
  name: string;
  characters: number;
  document: PolicyDocument;
}

/** Prints the policy for one of the course's roles: documents alone on standard output, ready to be pasted. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const kind = kindOf(args);
  if (args.flag('trust')) return printTrust(kind, cli);
  const { account, region, prefix } = readTarget(cli.home);
  const place = { account, region, names: courseNames(prefix) };
  const policies = named(kind, prefix, asDocuments(await statementsFor(kind, place, args, cli)));
  const chosen = partOf(policies, args);
  if (cli.json) {
    const trust = kind === 'grader' ? { trust: graderTrust } : {};
    cli.print(
      JSON.stringify({ schema: 'handson.policy/1', for: kind, account, prefix, policies: chosen, ...trust }),
    );
    return exitCodes.yes;
  }
  for (const { name, characters, document } of chosen) {
    cli.note(cli.paint.dim(cli.say(texts.part, { name, characters })));
    cli.print(JSON.stringify(document, null, 2));
  }
  if (chosen.length > 1) cli.note(cli.say(texts.split, { parts: chosen.length }));
  if (kind === 'learner') cli.note(cli.say(texts.ownAccount));
  if (kind === 'grader') cli.note(cli.say(texts.trust));
  return exitCodes.yes;
}

function kindOf(args: Args): Kind {
  const [who = ''] = args.operands;
  const kind = kinds.find((one) => one === who);
  if (!kind)
    throw new Told(exitCodes.usage, (locale) => fill(texts.which, locale, { who, kinds: kinds.join(', ') }));
  return kind;
}

async function statementsFor(kind: Kind, place: Place, args: Args, cli: Cli): Promise<Statement[]> {
  switch (kind) {
    case 'learner':
      return learnerPolicy(place);
    case 'checker':
      return checkerPolicy(place, { calls: args.flag('calls') });
    case 'cleaner':
      return cleanerPolicy(place, await removals(place, cli));
    case 'grader':
      return graderPolicy(place);
  }
}

/** What `clean` would delete now, by the ledger and what stands: API ids cannot be told by a name. */
async function removals({ account, region }: Place, cli: Cli): Promise<Removal[]> {
  const desk = await openDesk(cli, { readOnly: true });
  const cleaner = openCleaner({
    connection: desk.reached.connection,
    place: { account, region },
    declared: await declaredByAll(desk.reached.names),
    ledger: desk.ledger,
    otherRegions: desk.otherRegions,
    now: Date.now,
    sleep: desk.sleep,
    signal: cli.signal,
    paced: false,
    quietMs: 0,
  });
  try {
    const { items } = await cleaner.plan();
    if (items.length === 0) cli.note(cli.say(texts.nothingToClean));
    return grantsFor(
      items.map(({ live }) => live),
      { account, region },
    );
  } finally {
    cleaner.close();
    await desk.close();
  }
}

function named(kind: Kind, prefix: string, documents: readonly PolicyDocument[]): Named[] {
  return documents.map((document, at) => ({
    name: `${prefix}serverless-hands-on-${kind}${documents.length > 1 ? `-${at + 1}` : ''}`,
    characters: sizeOf(document),
    document,
  }));
}

function partOf(policies: readonly Named[], args: Args): readonly Named[] {
  const part = args.value('part');
  if (part === undefined) return policies;
  const chosen = /^\d+$/.test(part) ? policies[Number(part) - 1] : undefined;
  if (chosen) return [chosen];
  throw new Told(exitCodes.usage, (locale) => fill(texts.noPart, locale, { part, parts: policies.length }));
}

function printTrust(kind: Kind, cli: Cli): ExitCode {
  if (kind !== 'grader') throw new Told(exitCodes.usage, (locale) => fill(texts.onlyGrader, locale));
  cli.print(JSON.stringify(graderTrust, null, 2));
  return exitCodes.yes;
}
