import { fill, type Locale, type Params, type Text } from '#labs/kit/text.ts';
import { exitCodes } from './exit-codes.ts';
import { nearest } from './nearest.ts';
import { Told } from './told.ts';
import { texts } from './usage-error.texts.ts';

/** Everything that can be wrong with a command line, said with what is nearest and right. */
export const usageError = {
  command: (word: string, commands: ReadonlyArray<{ name: string }>) =>
    told(
      texts.command,
      { word },
      nearest(
        word,
        commands.map(({ name }) => name),
      ),
      'handson help',
    ),
  verb: (command: string, word: string, verbs: ReadonlyArray<{ name: string }>) =>
    told(
      texts.verb,
      { command, word },
      nearest(
        word,
        verbs.map(({ name }) => name),
      ),
      `handson help ${command}`,
    ),
  /** An option of the command that means nothing to this verb. */
  strayOption: (command: string, option: string, names: readonly string[]) =>
    told(texts.strayOption, { command, option, names: names.map((name) => `--${name}`).join(', ') }),
  option: (word: string, names: readonly string[]) =>
    told(
      texts.option,
      { word },
      nearest(
        word,
        names.map((name) => `--${name}`),
      ),
      'handson help',
    ),
  needsValue: (option: string, value: string) => told(texts.needsValue, { option, value }),
  takesNoValue: (option: string) => told(texts.takesNoValue, { option }),
  lang: (word: string, known: readonly string[]) => told(texts.lang, { word, known: known.join(', ') }),
  tooMany: (command: string, word: string) => told(texts.tooMany, { command, word }),
  tooFew: (command: string, operands: string) => told(texts.tooFew, { command, operands }),
};

function told<En extends string>(
  text: Text<En>,
  values: Record<Params<En>, string | number>,
  suggestion?: string,
  help?: string,
): Told {
  const sentence = fill as (text: Text<En>, locale: Locale, values: object) => string;
  return new Told(exitCodes.usage, (locale) =>
    [
      sentence(text, locale, values),
      suggestion ? fill(texts.didYouMean, locale, { suggestion }) : undefined,
      help ? fill(texts.seeHelp, locale, { help }) : undefined,
    ]
      .filter(Boolean)
      .join(' '),
  );
}
