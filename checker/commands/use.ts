import { fill } from '#labs/kit/text.ts';
import { derivedKinds } from '../clean/coverage.ts';
import { ask, isYes } from '../cli/ask.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { targetLine } from '../render/target-line.ts';
import { wrap } from '../render/width.ts';
import { aliasOf } from '../target/account-alias.ts';
import { awsConnection, whoAmI } from '../target/open-target.ts';
import { readProfile } from '../target/profile.ts';
import { type AwsTarget, sandboxTarget, type Target, writeTarget } from '../target/target-file.ts';
import { openDesk } from './open-desk.ts';
import { texts } from './use.texts.ts';

/** Pins where every later command looks. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const [place] = args.operands;
  const prefix = prefixOf(args);
  if (place === 'sandbox') return pin({ ...sandboxTarget, prefix, ...regionOf(args) }, cli);
  if (place === 'aws') return pin(await chooseAws(args, prefix, cli), cli);
  throw new Told(exitCodes.usage, (locale) => fill(texts.which, locale, { place: place ?? '' }));
}

async function pin(target: Target, cli: Cli): Promise<ExitCode> {
  writeTarget(cli.home, target);
  // A sandbox that cannot be opened now is told by the command that needs it.
  await sayWhatStands(cli).catch((error) => {
    if (target.kind === 'aws') throw error;
  });
  if (cli.json) cli.print(JSON.stringify({ schema: 'handson.target/1', ...target }));
  else cli.print(targetLine(target, cli));
  return exitCodes.yes;
}

/** What stands under the course's names before it begins is written down, and told: nothing will touch it. */
async function sayWhatStands(cli: Cli): Promise<void> {
  const desk = await openDesk(cli, { readOnly: true });
  try {
    const found = (await desk.baseline()).filter(({ type }) => !derivedKinds.some((one) => one === type));
    if (found.length === 0) return;
    const names = found.map(({ name }) => name).join(', ');
    for (const line of wrap(cli.say(texts.stands, { names }), cli.width)) cli.note(line);
  } finally {
    await desk.close();
  }
}

async function chooseAws(args: Args, prefix: string, cli: Cli): Promise<AwsTarget> {
  const wanted = args.value('profile');
  const profile = await readProfile(wanted, cli.env);
  if (!profile.known) {
    throw new Told(exitCodes.usage, (locale) =>
      fill(texts.noProfile, locale, { profile: wanted ?? profile.name ?? '' }),
    );
  }
  const region = args.value('region') ?? cli.env.AWS_REGION ?? cli.env.AWS_DEFAULT_REGION ?? profile.region;
  if (!region) throw new Told(exitCodes.usage, (locale) => fill(texts.noRegion, locale));
  const place = {
    region,
    ...(profile.name ? { profile: profile.name } : {}),
    ...(profile.endpoint ? { endpoint: profile.endpoint } : {}),
  };
  const connection = awsConnection(place, cli);
  const { account, arn } = await whoAmI(connection, cli, profile.signIn);
  const alias = await aliasOf(connection);
  if (/:root$/.test(arn)) cli.note(cli.say(texts.root));
  return {
    kind: 'aws',
    account,
    ...(alias ? { alias } : {}),
    ...place,
    prefix,
    behaviour: await mayCall(args, cli),
  };
}

/** Asked once, with what is called and what it costs; the answer is part of the target. */
async function mayCall(args: Args, cli: Cli): Promise<boolean> {
  if (args.flag('calls')) return true;
  if (args.flag('no-calls') || !cli.interactive) return false;
  for (const line of wrap(cli.say(texts.calls), cli.width)) cli.note(line);
  return isYes(await ask(cli.say(texts.callsQuestion), cli));
}

function prefixOf(args: Args): string {
  const prefix = args.value('prefix') ?? '';
  if (!/^([a-z][a-z0-9-]{0,15})?$/.test(prefix)) {
    throw new Told(exitCodes.usage, (locale) => fill(texts.badPrefix, locale, { prefix }));
  }
  return prefix;
}

function regionOf(args: Args): { region?: string } {
  const region = args.value('region');
  return region ? { region } : {};
}
