import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import { Told } from '../cli/told.ts';
import { tellTrouble } from '../core/tell-trouble.ts';
import { texts } from './runner.texts.ts';

/** Why a run could not be carried through, for the person at the page. */
export function troubleIn(error: unknown, locale: Locale): string {
  if (error instanceof Told) return error.tell(locale);
  if (error instanceof Error && '$metadata' in error) {
    const { messages, next } = tellTrouble(error, { account: '', region: '' });
    return [...messages, ...(next ? [next] : [])].map((said) => sayIn(said, locale)).join('\n');
  }
  return fill(texts.ourFault, locale, { message: error instanceof Error ? error.message : String(error) });
}
