import type { Locale, Params, Text } from '#labs/kit/text.ts';
import type { ExitCode } from './exit-codes.ts';

/** What every command gets: where to print, in which language, and when to stop. */
export interface Cli {
  locale: Locale;
  /** Standard output holds JSON alone. */
  json: boolean;
  /** No spinner, no repaint, words and not only glyphs. */
  plain: boolean;
  debug: boolean;
  /** Columns to wrap at. */
  width: number;
  env: Readonly<Record<string, string | undefined>>;
  /** Where `.handson/` lies. */
  home: string;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  print(text: string): void;
  /** Standard error: progress, questions, and errors. */
  note(text: string): void;
  say<En extends string>(
    text: Text<En>,
    ...values: [Params<En>] extends [never] ? [] : [Record<Params<En>, string | number>]
  ): string;
  paint: Paint;
  /** Whether a person sits at the terminal: may be asked, may watch a line change. */
  interactive: boolean;
}

export interface Paint {
  strong(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  care(text: string): string;
  accent(text: string): string;
}

export interface OptionSpec {
  type: 'boolean' | 'string';
  /** What stands for the value in the help: `--port N`. */
  value?: string;
  short?: string;
  multiple?: boolean;
  help: Text;
}

/** A command as `--help` shows it; its code is loaded only when it is called. */
export interface CommandSpec {
  name: string;
  summary: Text;
  /** What may follow the name, as `[LAB…]`. */
  operands?: string;
  maxOperands?: number;
  minOperands?: number;
  /** What its first word may be, where each is a command of its own. */
  verbs?: ReadonlyArray<{ name: string; operands?: string; summary: Text }>;
  options: Readonly<Record<string, OptionSpec>>;
  load(): Promise<{ run(args: Args, cli: Cli): Promise<ExitCode> }>;
}

export interface Args {
  operands: string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): string[];
}
