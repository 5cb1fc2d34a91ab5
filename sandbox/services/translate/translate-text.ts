import type { TranslateTextCommandInput, TranslateTextCommandOutput } from '@aws-sdk/client-translate';
import { type Constraints, enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { detect } from './detect.ts';
import { type Language, languages } from './phrase-book.ts';
import { translate } from './translate.ts';

/** From botocore 1.43's model of Amazon Translate (2017-07-01); its limit on `Text` has an error of its own. */
const rules: Constraints = {
  text: { required: true, minLength: 1 },
  sourceLanguageCode: { required: true, minLength: 2, maxLength: 5 },
  targetLanguageCode: { required: true, minLength: 2, maxLength: 5 },
  'terminologyNames.member': { minLength: 1, maxLength: 256, pattern: /^([A-Za-z0-9-]_?)+$/ },
  'settings.formality': { oneOf: ['FORMAL', 'INFORMAL'] },
  'settings.profanity': { oneOf: ['MASK'] },
  'settings.brevity': { oneOf: ['ON'] },
};
const mostBytes = 10_000;

/** Settings change nothing here, so none are told as applied; AWS does so too where a language has no such setting. */
export const translateText: Operation<TranslateTextCommandInput, TranslateTextCommandOutput> = (input) => {
  enforce(input, rules);
  const { Text = '', SourceLanguageCode = '', TargetLanguageCode = '', TerminologyNames = [] } = input;
  refuseTooLong(Text);
  const source = SourceLanguageCode === 'auto' ? detect(Text) : SourceLanguageCode;
  if (!isOurs(source) || !isOurs(TargetLanguageCode)) throw unsupported(source, TargetLanguageCode);
  const [terminology] = TerminologyNames;
  if (terminology !== undefined) {
    throw new AwsError('ResourceNotFoundException', `Could not find terminology: ${terminology}`);
  }
  return {
    TranslatedText: translate(Text, source, TargetLanguageCode),
    SourceLanguageCode: source,
    TargetLanguageCode,
  };
};

function refuseTooLong(text: string): void {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= mostBytes) return;
  throw new AwsError(
    'TextSizeLimitExceededException',
    `Input text size exceeds limit. Max length of request text allowed is ${mostBytes} bytes while in this request the text size is ${bytes} bytes`,
  );
}

function isOurs(code: string): code is Language {
  return (languages as readonly string[]).includes(code);
}

/** AWS says no more than the pair; the codes that AWS has and the sandbox has not need a word of explanation. */
function unsupported(source: string, target: string): AwsError {
  return new AwsError(
    'UnsupportedLanguagePairException',
    `Unsupported language pair: ${source} to ${target}. The sandbox translates between ja, vi and en.`,
    { members: { SourceLanguageCode: source, TargetLanguageCode: target } },
  );
}
