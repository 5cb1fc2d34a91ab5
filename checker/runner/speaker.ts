import { fill, type Locale } from '#labs/kit/text.ts';
import type { Cli } from '../cli/cli.ts';

/** What a command's words need to be said on a page, in the page's language and not the terminal's. */
export function speaker(locale: Locale): Pick<Cli, 'say' | 'locale'> {
  return { locale, say: (text, ...values) => fill(text, locale, ...values) };
}
