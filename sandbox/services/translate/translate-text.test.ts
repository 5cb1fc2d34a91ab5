import { describe, expect, it } from 'vitest';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { listLanguages } from './list-languages.ts';
import { service } from './service.ts';
import { translateText } from './translate-text.ts';

const { ctx } = testContext('translate');
const translated = async (Text: string, SourceLanguageCode: string, TargetLanguageCode: string) =>
  (await translateText({ Text, SourceLanguageCode, TargetLanguageCode }, ctx)).TranslatedText;
const noEnglish = '(the sandbox has no English for this text)';

describe('translating a text', () => {
  it.each([
    ['ja', 'en', 'おはよう', 'Good morning'],
    ['ja', 'en', 'おはようございます。', 'Good morning.'],
    ['ja', 'en', 'こんばんは', 'Good evening'],
    ['ja', 'en', '順調ですか？', 'Is everything going well?'],
    ['ja', 'en', 'ＯＨ', 'OH'],
    ['ja', 'vi', 'こんにちは！', 'Xin chào!'],
    ['en', 'ja', 'good  MORNING', 'おはよう'],
    ['en', 'vi', 'Good evening.', 'Chào buổi tối.'],
    ['vi', 'ja', 'Cảm ơn bạn rất nhiều!', 'どうもありがとうございます！'],
    ['vi', 'en', 'Xin chào', 'Hello'],
    ['ja', 'en', 'おはよう。順調ですか？', 'Good morning. Is everything going well?'],
    ['ja', 'en', 'おはよう、ありがとう', 'Good morning, thank you'],
    ['en', 'ja', 'Hello. Thank you!', 'こんにちは。ありがとう！'],
    ['en', 'ja', 'Hello\nThank you', 'こんにちは\nありがとう'],
    ['ja', 'en', '私の名前は花子です。', `${noEnglish}.`],
    ['ja', 'en', '私の名前はHanakoです。', 'My name is Hanako.'],
    ['en', 'vi', 'My name is Hanako', 'Tên tôi là Hanako'],
    ['en', 'ja', 'Today is Friday.', '今日は金曜日です。'],
    ['ja', 'en', 'お茶をください', 'Tea, please'],
    ['en', 'ja', 'I am from Tokyo. I live in Da Nang!', '東京から来ました。ダナンに住んでいます！'],
    ['en', 'ja', 'I am from a small village', '(the sandbox has no Japanese for this text)'],
    ['ja', 'en', 'こんにちは\nありがとう', 'Hello\nThank you'],
    ['en', 'en', 'whatever', 'whatever'],
  ])('from %s to %s: %s', async (from, to, text, expected) => {
    expect(await translated(text, from, to)).toBe(expected);
  });

  it.each([
    ['ja', 'en', 'こんにちは 7f3a-09bc', 'Hello 7f3a-09bc'],
    ['ja', 'en', 'こんにちは abcdef', 'Hello abcdef'],
    ['ja', 'en', 'こんにちは9c1', 'Hello 9c1'],
    ['ja', 'vi', 'おはよう [n-12]', 'Chào buổi sáng [n-12]'],
    ['en', 'ja', 'Good morning 7f3a', 'おはよう 7f3a'],
    ['en', 'ja', 'Good morning abcdef', 'おはよう abcdef'],
    ['vi', 'en', 'Xin chào k3jd9', 'Hello k3jd9'],
    ['ja', 'en', '量子もつれについて nonce-1', `${noEnglish} nonce-1`],
  ])('from %s to %s keeps what is nobody’s language: %s', async (from, to, text, expected) => {
    expect(await translated(text, from, to)).toBe(expected);
  });

  it('says what it does not have, and never in the letters of the source', async () => {
    for (const text of ['量子もつれについて説明してください', 'おはよう、量子もつれ', '猫が鰹節を食べた。']) {
      const answer = await translated(text, 'ja', 'en');
      expect(answer).toContain(noEnglish);
      expect(answer).toMatch(/^[\x20-\x7e]+$/);
      expect(await translated(text, 'ja', 'en')).toBe(answer);
    }
    expect(await translated('The quick brown fox', 'en', 'ja')).toBe(
      '(the sandbox has no Japanese for this text)',
    );
    expect(await translated('おはよう。量子もつれ。', 'ja', 'en')).toBe(`Good morning. ${noEnglish}.`);
  });

  it('finds the language out when asked, and asks for the right to', async () => {
    const auto = { SourceLanguageCode: 'auto', TargetLanguageCode: 'en' };
    expect(await translateText({ ...auto, Text: 'ありがとう' }, ctx)).toEqual({
      TranslatedText: 'Thank you',
      SourceLanguageCode: 'ja',
      TargetLanguageCode: 'en',
    });
    expect((await translateText({ ...auto, Text: 'Cảm ơn' }, ctx)).SourceLanguageCode).toBe('vi');
    expect((await translateText({ ...auto, Text: 'Thanks' }, ctx)).SourceLanguageCode).toBe('en');
    expect(service.needs?.TranslateText?.(auto, ctx)).toEqual([
      { action: 'translate:TranslateText', resource: '*' },
      { action: 'comprehend:DetectDominantLanguage', resource: '*' },
    ]);
  });

  it.each([
    [{ SourceLanguageCode: 'jp' }, 'UnsupportedLanguagePairException', 'Unsupported language pair: jp to en'],
    [{ TargetLanguageCode: 'fr' }, 'UnsupportedLanguagePairException', 'Unsupported language pair: ja to fr'],
    [{ SourceLanguageCode: 'auto', Text: '안녕' }, 'UnsupportedLanguagePairException', 'ko to en'],
    [
      { Text: '' },
      'ValidationException',
      "1 validation error detected: Value '' at 'text' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      { Text: 'x'.repeat(10_001) },
      'TextSizeLimitExceededException',
      'Input text size exceeds limit. Max length of request text allowed is 10000 bytes while in this request the text size is 10001 bytes',
    ],
    [{ Text: 'あ'.repeat(3334) }, 'TextSizeLimitExceededException', 'the text size is 10002 bytes'],
    [{ SourceLanguageCode: 'x' }, 'ValidationException', "at 'sourceLanguageCode'"],
    [{ TerminologyNames: ['mine'] }, 'ResourceNotFoundException', 'mine'],
  ])('refuses %j', (input, code, message) => {
    expect(() =>
      translateText({ Text: 'おはよう', SourceLanguageCode: 'ja', TargetLanguageCode: 'en', ...input }, ctx),
    ).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });

  it('says both codes of a pair that it does not have', () => {
    expect(() =>
      translateText({ Text: 'x', SourceLanguageCode: 'jp', TargetLanguageCode: 'en' }, ctx),
    ).toThrow(expect.objectContaining({ members: { SourceLanguageCode: 'jp', TargetLanguageCode: 'en' } }));
  });
});

describe('the list of languages', () => {
  it('is what the sandbox has, in the language asked for', async () => {
    const { Languages } = await listLanguages({ DisplayLanguageCode: 'fr' }, ctx);
    expect(Languages).toEqual([
      { LanguageName: 'Auto', LanguageCode: 'auto' },
      { LanguageName: 'anglais', LanguageCode: 'en' },
      { LanguageName: 'japonais', LanguageCode: 'ja' },
      { LanguageName: 'vietnamien', LanguageCode: 'vi' },
    ]);
  });

  it('comes page by page', async () => {
    const first = await listLanguages({ MaxResults: 3 }, ctx);
    expect(first).toMatchObject({ DisplayLanguageCode: 'en', NextToken: 'vi' });
    const second = await listLanguages({ MaxResults: 3, NextToken: first.NextToken }, ctx);
    expect(second.Languages).toHaveLength(1);
    expect(second).not.toHaveProperty('NextToken');
  });
});
