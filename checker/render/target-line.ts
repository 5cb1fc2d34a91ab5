import type { Cli } from '../cli/cli.ts';
import type { Target } from '../target/target-file.ts';
import { texts } from './target-line.texts.ts';

/** Where we look, in words and colour: the first line of whatever looks. */
export function targetLine(target: Target, cli: Cli): string {
  const { account, region, prefix } = target;
  const place =
    target.kind === 'sandbox'
      ? cli.paint.accent(cli.say(texts.sandbox))
      : cli.paint.care(
          cli.say(texts.account, { account: target.alias ? `${target.alias} (${account})` : account }),
        );
  const more = [
    region,
    target.kind === 'aws' ? target.endpoint : undefined,
    prefix ? cli.say(texts.prefix, { prefix }) : undefined,
  ];
  return [place, ...more.filter(Boolean)].join(cli.paint.dim(' · '));
}
