import type {
  DisplayLanguageCode,
  ListLanguagesCommandInput,
  ListLanguagesCommandOutput,
} from '@aws-sdk/client-translate';
import { type Constraints, enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { languages } from './phrase-book.ts';

const rules: Constraints = { maxResults: { min: 1, max: 500 }, nextToken: { maxLength: 8192 } };

/** The languages that may be named when a list is asked for; from botocore 1.43's model (2017-07-01). */
const shownIn: readonly DisplayLanguageCode[] = [
  'de',
  'en',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'pt',
  'zh',
  'zh-TW',
];

/** Only what the sandbox can translate, and `auto`. */
export const listLanguages: Operation<ListLanguagesCommandInput, ListLanguagesCommandOutput> = (input) => {
  enforce(input, rules);
  const { DisplayLanguageCode: shown = 'en', MaxResults = 500, NextToken } = input;
  if (!shownIn.includes(shown)) {
    throw new AwsError(
      'UnsupportedDisplayLanguageCodeException',
      `Unsupported display language code: ${shown}`,
      {
        members: { DisplayLanguageCode: shown },
      },
    );
  }
  const nameIn = new Intl.DisplayNames([shown], { type: 'language' });
  const all = [
    { LanguageName: 'Auto', LanguageCode: 'auto' },
    ...languages.map((code) => ({ LanguageName: nameIn.of(code) ?? code, LanguageCode: code })),
  ];
  const start = NextToken === undefined ? 0 : all.findIndex(({ LanguageCode }) => LanguageCode === NextToken);
  if (start === -1)
    throw new AwsError('InvalidParameterValueException', 'The specified NextToken is not valid.');
  const next = all[start + MaxResults];
  return {
    Languages: all.slice(start, start + MaxResults),
    DisplayLanguageCode: shown,
    ...(next ? { NextToken: next.LanguageCode } : {}),
  };
};
