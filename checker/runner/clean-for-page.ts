import type { Cause } from '#labs/kit/result.ts';
import type { Locale } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { run } from '../commands/clean.ts';
import { kindWord, unreadWords } from '../commands/clean-screen.ts';
import type { KindName } from '../resources/kind.ts';
import type { Room } from './room.ts';
import { speaker } from './speaker.ts';
import type { CleanItem, CleanPlan, CleanResult } from './wire.ts';

/** The document that `handson clean` prints for programs. */
interface CleanDocument {
  plan: {
    hash: string;
    items: CleanThing[];
    doubtful: CleanThing[];
    unread: Array<{ type: KindName; cause: Cause; code: string; action?: string }>;
    fuse?: string;
  };
  difference?: object;
  receipt?: { deleted: unknown[]; left: unknown[] };
}

interface CleanThing {
  type: KindName;
  name: string;
  why: string;
  cost: { monthlyUsd: number };
}

/** What would be deleted: the plan of the command itself, so that page and terminal cannot differ. */
export async function cleanPlan(room: Room, locale: Locale): Promise<CleanPlan> {
  const { plan } = await commandSays(room, locale, {});
  return {
    hash: plan.hash,
    items: plan.items.map((one) => asItem(one, locale)),
    doubtful: plan.doubtful.map((one) => asItem(one, locale)),
    unread: plan.unread.map((one) => unreadWords(one, speaker(locale))),
    fuse: plan.fuse ?? null,
  };
}

/** Carries out the plan of that hash and no other, as a script does that names the plan it has seen. */
export async function cleanDo(room: Room, hash: string): Promise<CleanResult> {
  const { difference, receipt } = await commandSays(room, 'en', { yes: '', plan: hash });
  return {
    changed: difference !== undefined || receipt === undefined,
    deleted: receipt?.deleted.length ?? 0,
    left: receipt?.left.length ?? 0,
  };
}

async function commandSays(
  room: Room,
  locale: Locale,
  options: Readonly<Record<string, string>>,
): Promise<CleanDocument> {
  const printed: string[] = [];
  const cli: Cli = {
    ...room.cli,
    json: true,
    interactive: false,
    print: (text) => printed.push(text),
    note: () => {},
    ...speaker(locale),
  };
  const args: Args = {
    operands: [],
    flag: (name) => options[name] !== undefined,
    value: (name) => options[name],
    values: (name) => (options[name] === undefined ? [] : [options[name]]),
  };
  await run(args, cli);
  return JSON.parse(printed.join('\n')) as CleanDocument;
}

function asItem({ type, name, why, cost }: CleanThing, locale: Locale): CleanItem {
  return { type, word: kindWord(type, speaker(locale)), name, why, monthlyUsd: cost.monthlyUsd };
}
