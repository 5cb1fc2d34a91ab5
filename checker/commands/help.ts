import type { Args, Cli, CommandSpec, OptionSpec } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { usageError } from '../cli/usage-error.ts';
import { columns } from '../render/columns.ts';
import { wrap } from '../render/width.ts';
import { texts } from './help.texts.ts';
import { commands, globalOptions } from './table.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const name = args.operands[0];
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && !command) throw usageError.command(name, commands);
  cli.print(command ? helpOfCommand(command, cli) : helpOfAll(cli));
  return exitCodes.yes;
}

function helpOfAll(cli: Cli): string {
  return [
    ...wrap(cli.say(texts.about), cli.width),
    '',
    heading(cli, texts.usage),
    `  handson ${cli.say(texts.commandWord)} [${cli.say(texts.optionsWord)}]`,
    '',
    heading(cli, texts.commands),
    columns(
      commands.map((command) => [signature(command), cli.say(command.summary)]),
      cli.width,
    ),
    '',
    heading(cli, texts.everywhere),
    optionRows(globalOptions, cli),
    '',
    heading(cli, texts.exitCodes),
    columns(
      Object.entries(exitCodes).map(([meaning, code]) => [
        String(code),
        cli.say(meaningOf[meaning as keyof typeof exitCodes]),
      ]),
      cli.width,
    ),
  ].join('\n');
}

const meaningOf = {
  yes: texts.yes,
  no: texts.no,
  cannotTell: texts.cannotTell,
  usage: texts.usageCode,
  ourFault: texts.ourFault,
  stopped: texts.stopped,
} satisfies Record<keyof typeof exitCodes, unknown>;

function helpOfCommand(command: CommandSpec, cli: Cli): string {
  const own = Object.keys(command.options).length > 0;
  return [
    ...wrap(cli.say(command.summary), cli.width),
    '',
    heading(cli, texts.usage),
    `  handson ${signature(command)}${own ? ` [${cli.say(texts.optionsWord)}]` : ''}`,
    ...(command.verbs ? ['', heading(cli, texts.verbs), verbRows(command, cli)] : []),
    ...(own ? ['', heading(cli, texts.options), optionRows(command.options, cli)] : []),
    '',
    heading(cli, texts.everywhere),
    optionRows(globalOptions, cli),
  ].join('\n');
}

function verbRows({ name, verbs = [] }: CommandSpec, cli: Cli): string {
  return columns(
    verbs.map((verb) => [`${name} ${signature(verb)}`, cli.say(verb.summary)]),
    cli.width,
  );
}

function optionRows(options: Readonly<Record<string, OptionSpec>>, cli: Cli): string {
  return columns(
    Object.entries(options).map(([name, { short, value, help }]) => [
      `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`,
      cli.say(help),
    ]),
    cli.width,
  );
}

function signature({ name, operands }: Pick<CommandSpec, 'name' | 'operands'>): string {
  return operands ? `${name} ${operands}` : name;
}

function heading(
  cli: Cli,
  text: (typeof texts)['usage' | 'commands' | 'verbs' | 'options' | 'everywhere' | 'exitCodes'],
): string {
  return cli.paint.strong(cli.say(text));
}
