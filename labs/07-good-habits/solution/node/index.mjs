import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';

// All of this runs once for each execution environment, and every later call finds it ready.
const translate = new TranslateClient();
const dynamodb = new DynamoDBClient();
const tableName = process.env.TABLE_NAME ?? 'translate-history';
let runs = 0;

export const handler = async (event) => {
  runs += 1;
  console.log(`warm: ${runs}`);
  console.log(event);
  const inputText = event.queryStringParameters?.input_text;
  if (!inputText) {
    console.warn('input_text is missing');
    return answer(400, { message: 'input_text is missing' });
  }
  try {
    const outputText = await translateText(inputText);
    await remember(inputText, outputText);
    return answer(200, { output_text: outputText });
  } catch (error) {
    console.warn(error);
    return error.name === 'TextSizeLimitExceededException'
      ? answer(400, { message: 'input_text is too long' })
      : answer(500, { message: 'the translation failed' });
  }
};

async function translateText(inputText) {
  const response = await translate.send(
    new TranslateTextCommand({
      Text: inputText,
      SourceLanguageCode: 'ja',
      TargetLanguageCode: 'en',
    }),
  );
  return response.TranslatedText;
}

async function remember(inputText, outputText) {
  await dynamodb.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        // With milliseconds, two calls within one second hardly ever replace each other.
        timestamp: { S: new Date().toISOString().replace(/\D/g, '') },
        input_text: { S: inputText },
        output_text: { S: outputText },
      },
    }),
  );
}

function answer(statusCode, content) {
  return {
    statusCode,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(content),
    isBase64Encoded: false,
  };
}
