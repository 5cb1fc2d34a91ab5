import {
  TranslateClient,
  TranslateTextCommand,
  UnsupportedLanguagePairException,
} from '@aws-sdk/client-translate';
import { expect, it } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const client = openSandbox().client(TranslateClient);

it('translates over the wire, in letters of every kind', async () => {
  const ask = { Text: 'おはよう', SourceLanguageCode: 'ja', TargetLanguageCode: 'vi' };
  expect(await client.send(new TranslateTextCommand(ask))).toMatchObject({
    TranslatedText: 'Chào buổi sáng',
    SourceLanguageCode: 'ja',
    TargetLanguageCode: 'vi',
  });
});

it('answers a pair that it does not have with both codes', async () => {
  const ask = { Text: 'x', SourceLanguageCode: 'jp', TargetLanguageCode: 'en' };
  const error = await client.send(new TranslateTextCommand(ask)).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UnsupportedLanguagePairException);
  expect(error).toMatchObject({ SourceLanguageCode: 'jp', TargetLanguageCode: 'en' });
});
