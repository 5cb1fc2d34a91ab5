import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'An API that answers without a function',
    ja: '関数なしで応答する API を作る',
    vi: 'Một API trả lời mà không cần hàm',
  },
  cost: {
    en: 'Less than 0.001 US dollars at list price for 50 calls (as of November 2026).',
    ja: '50 回の呼び出しで、定価で 0.001 米ドル未満（2026 年 11 月時点）。',
    vi: 'Chưa tới 0,001 đô la Mỹ theo giá niêm yết cho 50 lần gọi (tính đến tháng 11/2026).',
  },
  createTitle: { en: 'Create the REST API', ja: 'REST API を作成する', vi: 'Tạo REST API' },
  createHint1: {
    en: 'API Gateway offers several kinds of API. The one with mock answers is called REST API.',
    ja: 'API Gateway には数種類の API があります。モック応答ができるのは REST API です。',
    vi: 'API Gateway có vài loại API. Loại có câu trả lời giả lập tên là REST API.',
  },
  createAnswer: {
    en: 'API Gateway › Create API › REST API › Build › New API, name translate-api (with your prefix), endpoint type Regional, Create API.',
    ja: 'API Gateway ›「API を作成」› REST API の「構築」›「新しい API」、名前 translate-api（プレフィックスがあれば付ける）、エンドポイントタイプ「リージョン」、「API を作成」。',
    vi: 'API Gateway › Create API › REST API › Build › New API, tên translate-api (kèm tiền tố), endpoint type Regional, Create API.',
  },
  notRegional: {
    en: 'The endpoint type is {found}, not Regional.',
    ja: 'エンドポイントタイプが「リージョン」ではなく {found} です。',
    vi: 'Endpoint type đang là {found} chứ không phải Regional.',
  },
  notRegionalNext: {
    en: 'API settings › Edit: endpoint type Regional. It takes a minute.',
    ja: '「API の設定」›「編集」でエンドポイントタイプを「リージョン」にします。反映に 1 分ほどかかります。',
    vi: 'API settings › Edit: đổi endpoint type sang Regional. Mất chừng một phút.',
  },
  methodTitle: {
    en: 'Give it a path /sample that answers GET',
    ja: 'GET に応答するパス /sample を作る',
    vi: 'Thêm đường dẫn /sample trả lời GET',
  },
  methodHint1: {
    en: 'A resource is a path; a method is what may be done there.',
    ja: 'リソースがパス、メソッドがそこでできる操作です。',
    vi: 'Resource là đường dẫn; method là việc làm được ở đó.',
  },
  methodAnswer: {
    en: 'Resources › Create resource: path /, name sample. Then, with /sample chosen, Create method: GET, integration type Mock.',
    ja: '「リソース」›「リソースを作成」でパス /、名前 sample。次に /sample を選び「メソッドを作成」: GET、統合タイプ Mock。',
    vi: 'Resources › Create resource: path /, name sample. Rồi chọn /sample, Create method: GET, integration type Mock.',
  },
  notOpen: {
    en: 'GET /sample asks for authorization ({type}); in this lab everybody may call it.',
    ja: 'GET /sample が認可（{type}）を要求しています。このラボでは誰でも呼べるようにします。',
    vi: 'GET /sample đang yêu cầu xác thực ({type}); trong lab này ai cũng được gọi.',
  },
  keyRequired: {
    en: 'GET /sample asks for an API key; in this lab it needs none.',
    ja: 'GET /sample が API キーを要求しています。このラボでは不要です。',
    vi: 'GET /sample đang đòi API key; lab này không cần.',
  },
  notOpenNext: {
    en: 'GET › Method request › Edit: Authorization None, API key required off. Then Deploy API.',
    ja: 'GET ›「メソッドリクエスト」›「編集」で認可なし、API キー不要にします。そのあと「API をデプロイ」を押してください。',
    vi: 'GET › Method request › Edit: Authorization None, bỏ API key required. Rồi Deploy API.',
  },
  mockTitle: {
    en: 'Let the mock answer with JSON',
    ja: 'モックに JSON で応答させる',
    vi: 'Cho mock trả lời bằng JSON',
  },
  mockHint1: {
    en: 'What a mock answers is written into its integration response.',
    ja: 'モックの応答内容は「統合レスポンス」に書きます。',
    vi: 'Nội dung mock trả lời được ghi ở integration response.',
  },
  mockHint2: {
    en: 'GET › Integration response › Edit › Mapping templates › application/json.',
    ja: 'GET ›「統合レスポンス」›「編集」›「マッピングテンプレート」› application/json。',
    vi: 'GET › Integration response › Edit › Mapping templates › application/json.',
  },
  mockAnswer: {
    en: 'Template body: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}. The integration request keeps its template {"statusCode": 200}: that one picks which answer is given.',
    ja: 'テンプレート本文: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}。「統合リクエスト」のテンプレート {"statusCode": 200} はそのままにします。どの応答を返すかを選ぶ役目です。',
    vi: 'Template body: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}. Integration request giữ nguyên template {"statusCode": 200}: nó chọn câu trả lời nào được dùng.',
  },
  noIntegration: {
    en: 'GET /sample has no integration: nothing that answers.',
    ja: 'GET /sample に統合がなく、応答するものがありません。',
    vi: 'GET /sample chưa có integration: không có gì để trả lời.',
  },
  noIntegrationNext: {
    en: 'GET › Integration request › Edit: integration type Mock, Save.',
    ja: 'GET ›「統合リクエスト」›「編集」で統合タイプを Mock にして「保存」。',
    vi: 'GET › Integration request › Edit: integration type Mock, Save.',
  },
  notMock: {
    en: 'The integration of GET /sample is {type}, not MOCK.',
    ja: 'GET /sample の統合が MOCK ではなく {type} です。',
    vi: 'Integration của GET /sample là {type} chứ không phải MOCK.',
  },
  requestTemplate: {
    en: 'The request template does not pick the answer 200.',
    ja: 'リクエストのテンプレートが応答 200 を選んでいません。',
    vi: 'Template của request không chọn câu trả lời 200.',
  },
  requestTemplateNext: {
    en: 'GET › Integration request › Edit › Mapping templates, application/json: {"statusCode": 200}',
    ja: 'GET ›「統合リクエスト」›「編集」›「マッピングテンプレート」application/json: {"statusCode": 200}',
    vi: 'GET › Integration request › Edit › Mapping templates, application/json: {"statusCode": 200}',
  },
  noTemplate: {
    en: 'The answer 200 has no template yet, so the mock answers with nothing.',
    ja: '応答 200 のテンプレートがまだないため、モックは何も返しません。',
    vi: 'Câu trả lời 200 chưa có template nên mock không trả về gì.',
  },
  templateNotJson: {
    en: 'The answer’s template is not JSON: a brace or a comma too many or too few. API Gateway would send it as it is.',
    ja: '応答のテンプレートが JSON になっていません（括弧かカンマの過不足）。API Gateway はそのまま返してしまいます。',
    vi: 'Template của câu trả lời không phải JSON: thừa hoặc thiếu một dấu ngoặc hay dấu phẩy. API Gateway vẫn gửi đi nguyên như vậy.',
  },
  templateNext: {
    en: 'GET › Integration response › Edit › Mapping templates, application/json: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}',
    ja: 'GET ›「統合レスポンス」›「編集」›「マッピングテンプレート」application/json: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}',
    vi: 'GET › Integration response › Edit › Mapping templates, application/json: {"statusCode": 200, "body": [{"report_id": 5, "report_title": "Hello, world"}]}',
  },
  deployTitle: {
    en: 'Deploy it to the stage dev, and call it',
    ja: 'ステージ dev にデプロイして呼び出す',
    vi: 'Deploy lên stage dev rồi gọi thử',
  },
  deployHint1: {
    en: 'What you edit is a draft. The world sees only what is deployed.',
    ja: '編集しているのは下書きです。外から見えるのはデプロイした内容だけです。',
    vi: 'Thứ bạn đang sửa là bản nháp. Bên ngoài chỉ thấy bản đã deploy.',
  },
  deployHint2: {
    en: 'Deploy API is at the top right of Resources. The stage does not exist yet: make one.',
    ja: '「API をデプロイ」は「リソース」の右上にあります。ステージはまだないので新しく作ります。',
    vi: 'Nút Deploy API ở góc trên bên phải Resources. Stage chưa có: hãy tạo mới.',
  },
  deployAnswer: {
    en: 'Deploy API › New stage, name dev › Deploy. Then Stages › dev: copy the invoke URL, add /sample, open it in the browser.',
    ja: '「API をデプロイ」›「新しいステージ」、名前 dev ›「デプロイ」。次に「ステージ」› dev の呼び出し URL に /sample を付けて、ブラウザーで開きます。',
    vi: 'Deploy API › New stage, tên dev › Deploy. Rồi Stages › dev: sao chép invoke URL, thêm /sample, mở trong trình duyệt.',
  },
  deployedOther: {
    en: 'What is deployed for GET /sample is {type}, not the mock of your draft.',
    ja: 'デプロイ済みの GET /sample は、下書きのモックではなく {type} です。',
    vi: 'Bản đã deploy của GET /sample là {type}, không phải mock trong bản nháp.',
  },
  answerNotJson: {
    en: 'The API answers 200, but what comes back is no JSON: {body}',
    ja: 'API は 200 を返しましたが、内容が JSON ではありません: {body}',
    vi: 'API trả lời 200, nhưng nội dung không phải JSON: {body}',
  },
  redeployNext: {
    en: 'Changed in the draft already? Then Deploy API again, stage dev.',
    ja: '下書きはもう直しましたか？ それならもう一度「API をデプロイ」（ステージ dev）。',
    vi: 'Bạn đã sửa trong bản nháp chưa? Nếu rồi, hãy Deploy API lần nữa, stage dev.',
  },
});
