import { parseArgs } from 'node:util';
import type { Locale } from '#labs/kit/text.ts';
import { locales } from '#labs/kit/text.ts';
import { commands, globalOptions } from '../commands/table.ts';
import type { Args, CommandSpec, OptionSpec } from './cli.ts';
import { asLocale } from './locale.ts';
import { usageError } from './usage-error.ts';

export interface Line {
  locale?: Locale;
  json: boolean;
  plain: boolean;
  debug: boolean;
  args: Args;
  load: CommandSpec['load'];
}

/** Reads a command line; everything wrong with it is said with the nearest right word, exit 64. */
export function parse(argv: readonly string[]): Line {
  const name = commandName(argv);
  const known = commands.find((command) => command.name === name);
  if (name !== undefined && !known) throw usageError.command(name, commands);
  const { args, operands } = readOptions(argv, { ...globalOptions, ...known?.options });
  const locale = args.value('lang');
  if (locale !== undefined && !asLocale(locale)) throw usageError.lang(locale, locales);
  const spec = chooseCommand(known, args);
  return {
    ...(locale === undefined ? {} : { locale: asLocale(locale) as Locale }),
    json: args.flag('json'),
    plain: args.flag('plain'),
    debug: args.flag('debug'),
    args: {
      ...args,
      operands: spec === known ? checkOperands(spec, operands.slice(1)) : operands.slice(0, 1),
    },
    load: spec.load,
  };
}

/** The first word that is neither an option nor the value of one. */
function commandName(argv: readonly string[]): string | undefined {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    if (word === '--') return argv[at + 1];
    if (!word.startsWith('-')) return word;
    if (word === '--lang') at++;
  }
  return undefined;
}

function chooseCommand(known: CommandSpec | undefined, args: Omit<Args, 'operands'>): CommandSpec {
  if (args.flag('version')) return named('version');
  if (!known || args.flag('help')) return named('help');
  return known;
}

function named(name: string): CommandSpec {
  return commands.find((command) => command.name === name) as CommandSpec;
}

function readOptions(argv: readonly string[], options: Readonly<Record<string, OptionSpec>>) {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [name, { type, ...(short ? { short } : {}) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!spec) throw usageError.option(token.rawName, Object.keys(options));
    if (spec.type === 'string' && (token.value === undefined || looksLikeOption(token))) {
      throw usageError.needsValue(token.rawName, spec.value ?? 'VALUE');
    }
    if (spec.type === 'boolean' && token.value !== undefined) throw usageError.takesNoValue(token.rawName);
    values.set(token.name, [...(spec.multiple ? (values.get(token.name) ?? []) : []), token.value ?? '']);
  }
  const args = {
    flag: (name: string) => values.has(name),
    value: (name: string) => values.get(name)?.at(-1),
    values: (name: string) => values.get(name) ?? [],
  };
  return { args, operands };
}

/** `--profile --json` forgot the profile. */
function looksLikeOption(token: { value?: string | undefined; inlineValue?: boolean | undefined }): boolean {
  return !token.inlineValue && (token.value ?? '').startsWith('--');
}

function checkOperands(spec: CommandSpec, operands: string[]): string[] {
  const most = spec.maxOperands ?? (spec.operands ? Number.POSITIVE_INFINITY : 0);
  const extra = operands[most];
  if (extra !== undefined) throw usageError.tooMany(spec.name, extra);
  if (operands.length < (spec.minOperands ?? 0)) throw usageError.tooFew(spec.name, spec.operands ?? '');
  return operands;
}
