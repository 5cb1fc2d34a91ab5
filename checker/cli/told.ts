import type { Locale } from '#labs/kit/text.ts';
import type { ExitCode } from './exit-codes.ts';

/** A failure that a person can mend: it is printed as it stands, without a stack, and ends with its exit code. */
export class Told extends Error {
  readonly exitCode: ExitCode;
  readonly tell: (locale: Locale) => string;

  constructor(exitCode: ExitCode, tell: (locale: Locale) => string) {
    super(tell('en'));
    this.name = 'Told';
    this.exitCode = exitCode;
    this.tell = tell;
  }
}
