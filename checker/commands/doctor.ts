import { fill, type Text } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { lookAtAccount } from '../doctor/credentials.ts';
import type { Finding } from '../doctor/finding.ts';
import { lookAtAws, lookAtBrowser, lookAtNode, lookAtPython } from '../doctor/programs.ts';
import { thisComputer } from '../doctor/this-computer.ts';
import { columns } from '../render/columns.ts';
import { padEnd, widthOf, wrap } from '../render/width.ts';
import { texts } from './doctor.texts.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const patient = thisComputer(cli.env);
  const findings = (
    await Promise.all([
      lookAtNode(patient),
      lookAtPython(patient),
      lookAtAws(patient),
      lookAtAccount(patient),
      lookAtBrowser(patient),
    ])
  ).flat();
  const welcome = args.flag('welcome');
  cli.print(
    cli.json ? asJson(findings) : [...(welcome ? greet(cli) : []), ...asScreen(findings, cli)].join('\n'),
  );
  const isBroken = findings.some(({ state }) => state === 'broken');
  return isBroken && !welcome ? exitCodes.no : exitCodes.yes;
}

function asJson(findings: readonly Finding[]): string {
  return JSON.stringify({
    schema: 'handson.doctor/1',
    findings: findings.map(({ why, values, mend, ...finding }) => ({
      ...finding,
      ...(mend && finding.state !== 'ok' ? { mend } : {}),
      ...(why ? { why: sentence(why, values, 'en') } : {}),
    })),
  });
}

function greet(cli: Cli): string[] {
  return [
    ...wrap(cli.paint.strong(cli.say(texts.welcome)), cli.width),
    '',
    ...wrap(cli.say(texts.here), cli.width),
    columns(
      [
        ['npx handson doctor', cli.say(texts.doDoctor)],
        ['npx handson help', cli.say(texts.doHelp)],
        ['npm test', cli.say(texts.doTest)],
      ],
      cli.width,
    ),
    '',
  ];
}

function asScreen(findings: readonly Finding[], cli: Cli): string[] {
  return [
    cli.paint.strong(cli.say(texts.title)),
    ...findings.flatMap((finding) => asLines(finding, cli)),
    '',
    ...wrap(cli.say(verdict(findings)), cli.width),
  ];
}

const states = ['ok', 'missing', 'broken'] as const;

function asLines({ id, state, found, why, values, mend }: Finding, cli: Cli): string[] {
  const { paint } = cli;
  const look = { ok: [paint.good, '✓'], missing: [paint.care, '–'], broken: [paint.bad, '✗'] } as const;
  const [colour, sign] = look[state];
  const widest = Math.max(...states.map((one) => widthOf(cli.say(texts[one]))));
  const word = padEnd(cli.say(texts[state]), widest);
  const head = `  ${cli.plain ? '' : `${colour(sign)} `}${colour(word)}  ${cli.say(texts[id])}${found ? `  ${paint.dim(found)}` : ''}`;
  const more = [
    why ? sentence(why, values, cli.locale) : '',
    mend && state !== 'ok' ? `${cli.say(texts.mend)} ${mend}` : '',
  ]
    .filter(Boolean)
    .flatMap((text) => wrap(text, cli.width - 6).map((line) => `      ${line}`));
  return [head, ...more];
}

function sentence(text: Text, values: Finding['values'], locale: Cli['locale']): string {
  return (fill as (text: Text, locale: Cli['locale'], values?: object) => string)(text, locale, values);
}

function verdict(findings: readonly Finding[]) {
  if (findings.some(({ state }) => state === 'broken')) return texts.verdictBroken;
  if (findings.some(({ id, state }) => state === 'missing' && id !== 'credentials' && id !== 'region'))
    return texts.verdictMissing;
  return texts.verdictOk;
}
