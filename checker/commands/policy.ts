import { courseNames } from '#labs/kit/names.ts';
import { fill } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { checkerPolicy } from '../policy/checker-policy.ts';
import { asDocuments, type PolicyDocument, type Statement, sizeOf } from '../policy/document.ts';
import { graderPolicy, graderTrust } from '../policy/grader-policy.ts';
import { learnerPolicy } from '../policy/learner-policy.ts';
import type { Place } from '../policy/places.ts';
import { readTarget } from '../target/target-file.ts';
import { texts } from './policy.texts.ts';

const kinds = ['learner', 'checker', 'grader'] as const;

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
  const policies = named(kind, prefix, asDocuments(statementsFor(kind, place, args)));
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

function statementsFor(kind: Kind, place: Place, args: Args): Statement[] {
  switch (kind) {
    case 'learner':
      return learnerPolicy(place);
    case 'checker':
      return checkerPolicy(place, { calls: args.flag('calls') });
    case 'grader':
      return graderPolicy(place);
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
