import type { TranslateTextCommandInput } from '@aws-sdk/client-translate';
import type { Ctx } from '#sandbox/core/context.ts';
import { defineService, type Need } from '#sandbox/core/service.ts';
import { listLanguages } from './list-languages.ts';
import { translateText } from './translate-text.ts';

export const service = defineService<typeof import('@aws-sdk/client-translate')>({
  name: 'translate',
  client: () => import('@aws-sdk/client-translate'),
  operations: { ListLanguages: listLanguages, TranslateText: translateText },
  needs: {
    ListLanguages: () => ({ action: 'translate:ListLanguages', resource: '*' }),
    TranslateText: needed,
  },
});

/** To detect a language, Translate calls Comprehend with the caller's rights. */
function needed(input: TranslateTextCommandInput, { region, account }: Ctx): Need[] {
  const terminologies = input.TerminologyNames ?? [];
  const action = 'translate:TranslateText';
  return [
    ...(terminologies.length === 0 ? [{ action, resource: '*' }] : []),
    ...terminologies.map((name) => ({
      action,
      resource: `arn:aws:translate:${region}:${account}:terminology/${name}`,
    })),
    ...(input.SourceLanguageCode === 'auto'
      ? [{ action: 'comprehend:DetectDominantLanguage', resource: '*' }]
      : []),
  ];
}
