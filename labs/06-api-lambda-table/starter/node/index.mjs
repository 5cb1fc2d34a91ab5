import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';

const translate = new TranslateClient();

export const handler = async (event) => {
  console.log(event);
  const inputText = event.queryStringParameters.input_text;
  const response = await translate.send(
    new TranslateTextCommand({
      Text: inputText,
      SourceLanguageCode: 'ja',
      TargetLanguageCode: 'en',
    }),
  );
  return {
    statusCode: 200,
    headers: {},
    body: JSON.stringify({ output_text: response.TranslatedText }),
    isBase64Encoded: false,
  };
};
