import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'An API in front of the function',
    ja: 'API から関数を呼び出す',
    vi: 'Đặt API trước hàm',
  },
  cost: {
    en: 'About 0.03 US dollars at list price for 100 calls with translations (as of November 2026).',
    ja: '翻訳を含む 100 回の呼び出しで、定価で約 0.03 米ドル（2026 年 11 月時点）。',
    vi: 'Khoảng 0,03 đô la Mỹ theo giá niêm yết cho 100 lần gọi có dịch (tính đến tháng 11/2026).',
  },
  methodTitle: {
    en: 'Give the API a path /translate with GET',
    ja: 'API に /translate の GET を作る',
    vi: 'Thêm đường dẫn /translate với GET cho API',
  },
  methodHint1: {
    en: 'It stands beside /sample, in the same API.',
    ja: '同じ API の中で、/sample の隣に作ります。',
    vi: 'Nó nằm cạnh /sample, trong cùng một API.',
  },
  methodAnswer: {
    en: 'Resources › Create resource: path /, name translate. Then Create method: GET, integration type Lambda function, Lambda proxy integration on, function translate-function.',
    ja: '「リソース」›「リソースを作成」でパス /、名前 translate。次に「メソッドを作成」: GET、統合タイプ「Lambda 関数」、「Lambda プロキシ統合」オン、関数 translate-function。',
    vi: 'Resources › Create resource: path /, name translate. Rồi Create method: GET, integration type Lambda function, bật Lambda proxy integration, function translate-function.',
  },
  notOpen: {
    en: 'GET /translate asks for authorization ({type}); in this lab everybody may call it.',
    ja: 'GET /translate が認可（{type}）を要求しています。このラボでは誰でも呼べるようにします。',
    vi: 'GET /translate đang yêu cầu xác thực ({type}); trong lab này ai cũng được gọi.',
  },
  keyRequired: {
    en: 'GET /translate asks for an API key; in this lab it needs none.',
    ja: 'GET /translate が API キーを要求しています。このラボでは不要です。',
    vi: 'GET /translate đang đòi API key; lab này không cần.',
  },
  notOpenNext: {
    en: 'GET › Method request › Edit: Authorization None, API key required off. Then Deploy API.',
    ja: 'GET ›「メソッドリクエスト」›「編集」で認可なし、API キー不要にします。そのあと「API をデプロイ」を押してください。',
    vi: 'GET › Method request › Edit: Authorization None, bỏ API key required. Rồi Deploy API.',
  },
  queryTitle: {
    en: 'Declare the query parameter input_text as required',
    ja: 'クエリパラメーター input_text を必須として宣言する',
    vi: 'Khai báo tham số query input_text là bắt buộc',
  },
  queryHint1: {
    en: 'What a method expects is written into its method request.',
    ja: 'メソッドが受け取るものは「メソッドリクエスト」に書きます。',
    vi: 'Những gì method cần nhận thì khai báo ở method request.',
  },
  queryAnswer: {
    en: 'GET › Method request › Edit › URL query string parameters › Add: name input_text, Required on, Save.',
    ja: 'GET ›「メソッドリクエスト」›「編集」›「URL クエリ文字列パラメータ」›「クエリ文字列を追加」: 名前 input_text、「必須」オン、「保存」。',
    vi: 'GET › Method request › Edit › URL query string parameters › Add: name input_text, bật Required, Save.',
  },
  queryMissing: {
    en: 'GET /translate declares no query parameter input_text. It declares: {others}.',
    ja: 'GET /translate にクエリパラメーター input_text が宣言されていません。宣言済み: {others}。',
    vi: 'GET /translate chưa khai báo tham số query input_text. Đang khai báo: {others}.',
  },
  queryOptional: {
    en: 'input_text is declared, but not as required.',
    ja: 'input_text は宣言されていますが、必須になっていません。',
    vi: 'input_text đã khai báo nhưng chưa đánh dấu bắt buộc.',
  },
  queryNext: {
    en: 'GET › Method request › Edit › URL query string parameters: input_text, Required on, Save.',
    ja: 'GET ›「メソッドリクエスト」›「編集」›「URL クエリ文字列パラメータ」: input_text、「必須」オン、「保存」。',
    vi: 'GET › Method request › Edit › URL query string parameters: input_text, bật Required, Save.',
  },
  proxyTitle: {
    en: 'Hand the call to the function as it is (proxy integration)',
    ja: '呼び出しをそのまま関数に渡す（プロキシ統合）',
    vi: 'Chuyển nguyên lời gọi cho hàm (proxy integration)',
  },
  proxyHint1: {
    en: 'With the proxy on, the function gets the whole request, and its answer is the API’s answer.',
    ja: 'プロキシ統合では、リクエスト全体が関数に渡り、関数の応答がそのまま API の応答になります。',
    vi: 'Khi bật proxy, hàm nhận toàn bộ request và câu trả lời của hàm chính là câu trả lời của API.',
  },
  proxyAnswer: {
    en: 'GET › Integration request › Edit: Lambda function, Lambda proxy integration on, function translate-function, Save.',
    ja: 'GET ›「統合リクエスト」›「編集」:「Lambda 関数」、「Lambda プロキシ統合」オン、関数 translate-function、「保存」。',
    vi: 'GET › Integration request › Edit: Lambda function, bật Lambda proxy integration, function translate-function, Save.',
  },
  noIntegration: {
    en: 'GET /translate has no integration: nothing that answers.',
    ja: 'GET /translate に統合がなく、応答するものがありません。',
    vi: 'GET /translate chưa có integration: không có gì để trả lời.',
  },
  notProxy: {
    en: 'The integration calls Lambda, but the proxy is off: the function would not see the query.',
    ja: 'Lambda を呼ぶ統合ですが、プロキシ統合がオフです。関数にクエリが渡りません。',
    vi: 'Integration có gọi Lambda nhưng chưa bật proxy: hàm sẽ không thấy query.',
  },
  otherType: {
    en: 'The integration of GET /translate is {type}, not a Lambda proxy.',
    ja: 'GET /translate の統合が Lambda プロキシではなく {type} です。',
    vi: 'Integration của GET /translate là {type}, không phải Lambda proxy.',
  },
  notPost: {
    en: 'The integration calls Lambda by {method}; Lambda is always called by POST, whatever the method of your API.',
    ja: '統合が {method} で Lambda を呼んでいます。API のメソッドが何であっても、Lambda の呼び出しは常に POST です。',
    vi: 'Integration gọi Lambda bằng {method}; Lambda luôn được gọi bằng POST, bất kể method của API.',
  },
  otherFunction: {
    en: 'The integration calls {other}, not {name}.',
    ja: '統合が {name} ではなく {other} を呼んでいます。',
    vi: 'Integration gọi {other} chứ không phải {name}.',
  },
  streaming: {
    en: 'The integration streams the answer (response-streaming-invocations): that is another thing than this lab’s plain proxy.',
    ja: '統合がレスポンスストリーミング（response-streaming-invocations）になっています。このラボの通常のプロキシ統合とは別のものです。',
    vi: 'Integration đang dùng response streaming (response-streaming-invocations): khác với proxy thường của lab này.',
  },
  proxyNext: {
    en: 'GET › Integration request › Edit: Lambda function, Lambda proxy integration on, response transfer mode buffered, function translate-function (with your prefix), Save.',
    ja: 'GET ›「統合リクエスト」›「編集」:「Lambda 関数」、「Lambda プロキシ統合」オン、レスポンス転送モードは「バッファ」、関数 translate-function（プレフィックスがあれば付ける）、「保存」。',
    vi: 'GET › Integration request › Edit: Lambda function, bật Lambda proxy integration, response transfer mode buffered, function translate-function (kèm tiền tố), Save.',
  },
  permissionTitle: {
    en: 'Let API Gateway call the function',
    ja: 'API Gateway に関数の呼び出しを許可する',
    vi: 'Cho phép API Gateway gọi hàm',
  },
  permissionHint1: {
    en: 'The console adds this permission by itself when it saves the integration. Scripts must do it.',
    ja: 'コンソールは統合を保存するときにこの許可を自動で追加します。スクリプトでは自分で追加します。',
    vi: 'Console tự thêm quyền này khi lưu integration. Dùng script thì phải tự thêm.',
  },
  permissionAnswer: {
    en: 'Open GET › Integration request › Edit and press Save again; or aws lambda add-permission (the check prints the whole command).',
    ja: 'GET ›「統合リクエスト」›「編集」を開き、もう一度「保存」を押します。または aws lambda add-permission（チェックがコマンド全体を表示します）。',
    vi: 'Mở GET › Integration request › Edit rồi bấm Save lại; hoặc chạy aws lambda add-permission (phần kiểm tra in sẵn trọn lệnh).',
  },
  noPermission: {
    en: 'The function {name} does not let API Gateway call it for GET /translate.',
    ja: '関数 {name} は、GET /translate のための API Gateway からの呼び出しを許可していません。',
    vi: 'Hàm {name} chưa cho phép API Gateway gọi cho GET /translate.',
  },
  permissionForOther: {
    en: 'The function lets the API {other} call it, but yours is {id}: a permission of an API that was deleted or made anew.',
    ja: '関数は API {other} からの呼び出しを許可していますが、今の API は {id} です。削除または作り直した API の許可が残っています。',
    vi: 'Hàm cho phép API {other} gọi, nhưng API của bạn là {id}: đó là quyền cấp cho một API đã bị xoá hoặc đã tạo lại.',
  },
  permissionNext: {
    en: 'aws lambda add-permission --function-name {name} --statement-id api-translate --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn "{arn}"  (or save the integration again in the console)',
    ja: 'aws lambda add-permission --function-name {name} --statement-id api-translate --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn "{arn}"（またはコンソールで統合を保存し直す）',
    vi: 'aws lambda add-permission --function-name {name} --statement-id api-translate --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn "{arn}"  (hoặc lưu lại integration trong console)',
  },
  codeTitle: {
    en: 'Translate what the query brings, and deploy the code',
    ja: 'クエリの値を翻訳するようにコードを直し、デプロイする',
    vi: 'Dịch giá trị trong query, rồi deploy mã',
  },
  codeHint1: {
    en: 'The proxy event holds the query in queryStringParameters.',
    ja: 'プロキシ統合のイベントでは、クエリは queryStringParameters に入っています。',
    vi: 'Event của proxy chứa query trong queryStringParameters.',
  },
  codeHint2: {
    en: 'Test it before the API does: a test event with the template API Gateway AWS Proxy, its queryStringParameters set to {"input_text": "こんにちは"}.',
    ja: 'API より先に試せます。テンプレート API Gateway AWS Proxy のテストイベントで、queryStringParameters を {"input_text": "こんにちは"} にします。',
    vi: 'Hãy tự thử trước khi API gọi: tạo test event theo mẫu API Gateway AWS Proxy, sửa queryStringParameters thành {"input_text": "こんにちは"}.',
  },
  codeAnswer: {
    en: 'input_text = event["queryStringParameters"]["input_text"], and return statusCode, headers, body, isBase64Encoded. The whole code: labs/04-api-lambda/solution. Then Deploy.',
    ja: 'input_text = event["queryStringParameters"]["input_text"] とし、statusCode、headers、body、isBase64Encoded を返します。コード全体は labs/04-api-lambda/solution にあります。そのあと「Deploy」を押します。',
    vi: 'input_text = event["queryStringParameters"]["input_text"], và trả về statusCode, headers, body, isBase64Encoded. Toàn bộ mã: labs/04-api-lambda/solution. Rồi Deploy.',
  },
  queryIgnored: {
    en: 'Two different texts got the same answer ("{found}"): the code does not read the query yet.',
    ja: '違う文を 2 つ渡しても同じ応答（「{found}」）でした。コードがまだクエリを読んでいません。',
    vi: 'Hai câu khác nhau nhận cùng một kết quả ("{found}"): mã chưa đọc query.',
  },
  codeNext: {
    en: 'Take the text from event["queryStringParameters"]["input_text"], and press Deploy in the code editor.',
    ja: '文を event["queryStringParameters"]["input_text"] から取るように直し、コードエディターの「Deploy」を押してください。',
    vi: 'Lấy văn bản từ event["queryStringParameters"]["input_text"], rồi bấm Deploy trong trình soạn mã.',
  },
  deployTitle: {
    en: 'Deploy the API again, and call it',
    ja: 'API をもう一度デプロイして呼び出す',
    vi: 'Deploy API lần nữa rồi gọi thử',
  },
  deployHint1: {
    en: 'There are two Deploys: one for code, one for the API. /translate is still only in the draft.',
    ja: 'デプロイは 2 つあります。コードの「Deploy」と、「API をデプロイ」です。/translate はまだ下書きの中にしかありません。',
    vi: 'Có hai lần Deploy: một cho mã, một cho API. /translate vẫn chỉ nằm trong bản nháp.',
  },
  deployHint2: {
    en: 'Deploy API › stage dev. Then call the invoke URL with /translate?input_text=こんばんは behind it.',
    ja: '「API をデプロイ」› ステージ dev。呼び出し URL の後ろに /translate?input_text=こんばんは を付けて開きます。',
    vi: 'Deploy API › stage dev. Rồi gọi invoke URL kèm /translate?input_text=こんばんは phía sau.',
  },
  deployAnswer: {
    en: 'curl "https://ID.execute-api.REGION.amazonaws.com/dev/translate?input_text=%E3%81%93%E3%82%93%E3%81%B0%E3%82%93%E3%81%AF" should answer {"output_text": "Good evening"}.',
    ja: 'curl "https://ID.execute-api.REGION.amazonaws.com/dev/translate?input_text=%E3%81%93%E3%82%93%E3%81%B0%E3%82%93%E3%81%AF" で {"output_text": "Good evening"} が返れば成功です。',
    vi: 'curl "https://ID.execute-api.REGION.amazonaws.com/dev/translate?input_text=%E3%81%93%E3%82%93%E3%81%B0%E3%82%93%E3%81%AF" sẽ trả về {"output_text": "Good evening"}.',
  },
  deployedOther: {
    en: 'What is deployed for GET /translate is {type}, not the Lambda proxy of your draft.',
    ja: 'デプロイ済みの GET /translate は、下書きの Lambda プロキシではなく {type} です。',
    vi: 'Bản đã deploy của GET /translate là {type}, không phải Lambda proxy trong bản nháp.',
  },
  deployedWithoutQuery: {
    en: 'The draft requires input_text, but what is deployed does not yet.',
    ja: '下書きでは input_text が必須ですが、デプロイ済みの版はまだそうなっていません。',
    vi: 'Bản nháp bắt buộc input_text, nhưng bản đã deploy thì chưa.',
  },
  redeployNext: {
    en: 'Deploy API again, stage dev.',
    ja: 'もう一度「API をデプロイ」（ステージ dev）。',
    vi: 'Deploy API lần nữa, stage dev.',
  },
  throttleTitle: {
    en: 'Put a brake on the stage',
    ja: 'ステージに速度制限をかける',
    vi: 'Đặt phanh cho stage',
  },
  throttleHint1: {
    en: 'The address is open to the world. A loop that calls it a million times would cost some 300 US dollars in translations.',
    ja: 'この URL は誰でも呼べます。100 万回呼ばれると、翻訳だけで約 300 米ドルになります。',
    vi: 'Địa chỉ này ai cũng gọi được. Một vòng lặp gọi một triệu lần sẽ tốn khoảng 300 đô la Mỹ tiền dịch.',
  },
  throttleAnswer: {
    en: 'Stages › dev › Stage details › Edit: Throttling on, rate 5, burst 10, Save.',
    ja: '「ステージ」› dev ›「ステージの詳細」›「編集」: スロットリング オン、レート 5、バースト 10、「保存」。',
    vi: 'Stages › dev › Stage details › Edit: bật Throttling, rate 5, burst 10, Save.',
  },
  noThrottle: {
    en: 'The stage lets through as much as the whole account may (10,000 a second).',
    ja: 'ステージに制限がなく、アカウント全体の上限（毎秒 10,000）まで通してしまいます。',
    vi: 'Stage cho qua đến mức tối đa của cả tài khoản (10.000 lần mỗi giây).',
  },
  noThrottleNext: {
    en: 'Stages › dev › Stage details › Edit: Throttling on, rate 5, burst 10, Save.',
    ja: '「ステージ」› dev ›「ステージの詳細」›「編集」: スロットリング オン、レート 5、バースト 10、「保存」。',
    vi: 'Stages › dev › Stage details › Edit: bật Throttling, rate 5, burst 10, Save.',
  },
});
