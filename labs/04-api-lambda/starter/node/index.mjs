import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';

const translate = new TranslateClient();

export const handler = async (event) => {
  console.log(event);
  const inputText = 'おはよう';
  const response = await translate.send(
    new TranslateTextCommand({
      Text: inputText,
      SourceLanguageCode: 'ja',
      TargetLanguageCode: 'en',
    }),
  );
  return {
    statusCode: 200,
    body: JSON.stringify({ output_text: response.TranslatedText }),
  };
};
