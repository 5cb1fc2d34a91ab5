import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';

const translate = new TranslateClient();
const dynamodb = new DynamoDBClient();
const tableName = process.env.TABLE_NAME ?? 'translate-history';

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
  const outputText = response.TranslatedText;
  await dynamodb.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        timestamp: { S: new Date().toISOString().replace(/\D/g, '').slice(0, 14) },
        input_text: { S: inputText },
        output_text: { S: outputText },
      },
    }),
  );
  return {
    statusCode: 200,
    headers: {},
    body: JSON.stringify({ output_text: outputText }),
    isBase64Encoded: false,
  };
};
