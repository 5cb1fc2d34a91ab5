import { defineTexts } from './text.ts';

export const texts = defineTexts({
  noTranslation: {
    en: 'The API answers 200, but without an English output_text: {body}',
    ja: 'API は 200 を返しましたが、英語の output_text がありません: {body}',
    vi: 'API trả lời 200 nhưng không có output_text tiếng Anh: {body}',
  },
  noTranslationNext: {
    en: 'The code must translate what the query brings: event["queryStringParameters"]["input_text"]. Change it and press Deploy.',
    ja: 'クエリで渡された値 event["queryStringParameters"]["input_text"] を翻訳するように直し、「Deploy」を押してください。',
    vi: 'Mã phải dịch giá trị trong query: event["queryStringParameters"]["input_text"]. Sửa rồi bấm Deploy.',
  },
  malformed: {
    en: 'The API answers 502: the function ran without an error, but what it returns is not what API Gateway understands.',
    ja: 'API の応答は 502 です。関数はエラーなく動きましたが、戻り値が API Gateway の理解できる形ではありません。',
    vi: 'API trả lời 502: hàm chạy không lỗi, nhưng giá trị trả về không đúng dạng API Gateway hiểu được.',
  },
  malformedNext: {
    en: 'Return exactly statusCode (a number), headers, body (text, by json.dumps or JSON.stringify) and isBase64Encoded, and no other key. Then press Deploy.',
    ja: 'statusCode（数値）、headers、body（json.dumps や JSON.stringify した文字列）、isBase64Encoded だけを返し、ほかのキーは入れないでください。そのあと「Deploy」を押してください。',
    vi: 'Chỉ trả về statusCode (số), headers, body (chuỗi, dùng json.dumps hoặc JSON.stringify) và isBase64Encoded, không thêm trường nào khác. Rồi bấm Deploy.',
  },
  notInvoked: {
    en: 'The API answers 500: API Gateway could not call the function at all.',
    ja: 'API の応答は 500 です。API Gateway が関数を呼び出せませんでした。',
    vi: 'API trả lời 500: API Gateway không gọi được hàm.',
  },
  notInvokedNext: {
    en: 'The permission or the integration of the deployed version is wrong. If the steps above are green, the draft is right and not deployed: press Deploy API.',
    ja: 'デプロイ済みの版の権限か統合が正しくありません。上のステップが完了していれば、下書きは正しく、デプロイしていないだけです。「API をデプロイ」を押してください。',
    vi: 'Quyền hoặc integration của bản đã deploy chưa đúng. Nếu các bước trên đã xong thì bản nháp đúng nhưng chưa deploy: bấm Deploy API.',
  },
  gatewayTimeout: {
    en: 'The API answers 504: the function took longer than API Gateway waits (29 seconds).',
    ja: 'API の応答は 504 です。関数の処理が API Gateway の待ち時間（29 秒）を超えました。',
    vi: 'API trả lời 504: hàm chạy lâu hơn thời gian API Gateway chờ (29 giây).',
  },
  gatewayTimeoutNext: {
    en: 'Look into the function’s log for what takes so long: Monitor › View CloudWatch logs.',
    ja: '何に時間がかかっているか、関数のログで確かめてください:「モニタリング」›「CloudWatch ログを表示」。',
    vi: 'Xem log của hàm để biết chỗ nào lâu: Monitor › View CloudWatch logs.',
  },
});
