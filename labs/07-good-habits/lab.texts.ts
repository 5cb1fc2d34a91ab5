import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'Good habits',
    ja: 'よい習慣',
    vi: 'Những thói quen tốt',
  },
  cost: {
    en: 'Less than 0.01 US dollars at list price for 30 calls (as of November 2026).',
    ja: '30 回の呼び出しで、定価で 0.01 米ドル未満（2026 年 11 月時点）。',
    vi: 'Chưa tới 0,01 đô la Mỹ theo giá niêm yết cho 30 lần gọi (tính đến tháng 11/2026).',
  },

  roleTitle: {
    en: 'Allow the role what the function does, and nothing else',
    ja: '実行ロールの権限を、関数に必要なものだけにする',
    vi: 'Chỉ cho role những quyền hàm thật sự cần',
  },
  roleHint1: {
    en: 'If somebody found a hole in your code, they could do all that the role may do. What does the function really do? Two things, besides its log. (With a school’s shared role you cannot change this: go on.)',
    ja: 'コードに穴があれば、攻撃者はロールに許されたことをすべて実行できてしまいます。関数が本当に必要とするのは、ログのほかに 2 つだけです（学校の共用ロールなら変更できないので、次へ進んでください）。',
    vi: 'Nếu mã có lỗ hổng, kẻ xấu làm được mọi thứ role được phép. Ngoài ghi log, hàm thật ra chỉ làm hai việc. (Nếu dùng role chung của trường thì không đổi được: cứ đi tiếp.)',
  },
  roleHint2: {
    en: 'Open the role in IAM and look at each policy: is there one whose name ends in FullAccess?',
    ja: 'IAM でロールを開き、ポリシーを 1 つずつ見てみましょう。名前が FullAccess で終わるものはありませんか？',
    vi: 'Mở role trong IAM và xem từng policy: có cái nào tên kết thúc bằng FullAccess không?',
  },
  roleAnswer: {
    en: 'Remove TranslateFullAccess and AmazonDynamoDBFullAccess. Then Add permissions › Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"},{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"ARN of the table"}]}',
    ja: 'TranslateFullAccess と AmazonDynamoDBFullAccess を「削除」（デタッチ）し、「許可を追加」›「インラインポリシーを作成」› JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"},{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"テーブルの ARN"}]}',
    vi: 'Gỡ TranslateFullAccess và AmazonDynamoDBFullAccess. Rồi Add permissions › Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"},{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"ARN của bảng"}]}',
  },
  widePolicy: {
    en: 'The role {role} still has {policy}: it may also do {action}, which the function never does.',
    ja: 'ロール {role} に {policy} が付いたままです。関数が使わない {action} まで許可されています。',
    vi: 'Role {role} vẫn còn {policy}: nó được phép cả {action}, việc hàm không bao giờ làm.',
  },
  deprecatedPolicy: {
    en: 'The role {role} still has {policy}, which AWS replaced in April 2025: it may also do {action}, which the function never does.',
    ja: 'ロール {role} に {policy} が付いたままです（2025 年 4 月に AWS が後継版に置き換えたポリシーです）。関数が使わない {action} まで許可されています。',
    vi: 'Role {role} vẫn còn {policy}, policy mà AWS đã thay từ tháng 4/2025: nó được phép cả {action}, việc hàm không bao giờ làm.',
  },
  widePolicyNext: {
    en: 'IAM › Roles › the role › Permissions: choose {policy}, press Remove; the inline policies of labs 2 and 6 are enough.',
    ja: 'IAM ›「ロール」› ロール名 ›「許可」で {policy} を選んで「削除」。ラボ 2 と 6 のインラインポリシーがあれば十分です。',
    vi: 'IAM › Roles › mở role › Permissions: chọn {policy}, bấm Remove; các inline policy của lab 2 và 6 là đủ.',
  },
  alsoAllowed: {
    en: 'The role {role} may also do {action}, which the function never does.',
    ja: 'ロール {role} には、関数が使わない {action} まで許可されています。',
    vi: 'Role {role} được phép cả {action}, việc hàm không bao giờ làm.',
  },
  alsoAllowedNext: {
    en: 'Look for a star behind a service’s name ("dynamodb:*") in the policies of {role}, and write the one action that is needed in its place.',
    ja: '{role} のポリシーに「dynamodb:*」のような * がないか探し、必要なアクション 1 つに書き換えてください。',
    vi: 'Tìm dấu sao sau tên dịch vụ ("dynamodb:*") trong các policy của {role}, và thay bằng đúng một action cần thiết.',
  },

  errorsTitle: {
    en: 'Answer a caller’s mistakes as JSON, not with a 502',
    ja: '呼び出し元の誤りに、502 ではなく JSON で答える',
    vi: 'Trả lời lỗi của người gọi bằng JSON, đừng để thành 502',
  },
  errorsHint1: {
    en: 'What does a caller see who forgets input_text, or sends a whole novel? An error that leaves the handler becomes 502 "Internal server error", whoever made the mistake.',
    ja: 'input_text を付け忘れた人や、小説を丸ごと送った人には何が返るでしょう？ ハンドラーの外に出た例外は、誰の誤りであっても 502 "Internal server error" になります。',
    vi: 'Người gọi quên input_text, hay gửi cả một cuốn tiểu thuyết, sẽ thấy gì? Lỗi nào thoát ra khỏi handler cũng thành 502 "Internal server error", dù lỗi do ai.',
  },
  errorsHint2: {
    en: 'Two things: look whether input_text is there before you use it; and catch what the SDK throws, log it as a warning, and return instead of raising again (raising again is a 502 as well).',
    ja: 'することは 2 つ。input_text があるか確かめてから使うこと。SDK の例外を捕まえて警告としてログに残し、raise し直さずに return すること（raise し直すとやはり 502 です）。',
    vi: 'Hai việc: kiểm tra có input_text rồi mới dùng; và bắt lỗi SDK ném ra, ghi log ở mức warning rồi return, đừng raise lại (raise lại vẫn là 502).',
  },
  errorsAnswer: {
    en: 'input_text = (event.get("queryStringParameters") or {}).get("input_text"); if not input_text: return {"statusCode": 400, "body": json.dumps({"message": "input_text is missing"})}. Around the calls: try … except ClientError as error: logger.warning(error); return {"statusCode": 400, …}. The whole code: labs/07-good-habits/solution. Then Deploy.',
    ja: 'input_text = (event.get("queryStringParameters") or {}).get("input_text")、なければ return {"statusCode": 400, "body": json.dumps({"message": "input_text is missing"})}。呼び出しは try … except ClientError as error: で囲み、logger.warning(error) のあと return {"statusCode": 400, …}。コード全体は labs/07-good-habits/solution にあります。そのあと「Deploy」を押します。',
    vi: 'input_text = (event.get("queryStringParameters") or {}).get("input_text"); nếu không có thì return {"statusCode": 400, "body": json.dumps({"message": "input_text is missing"})}. Bọc các lời gọi: try … except ClientError as error: logger.warning(error); return {"statusCode": 400, …}. Toàn bộ mã: labs/07-good-habits/solution. Rồi Deploy.',
  },
  failsWithout: {
    en: 'Without input_text the function fails ({error}): its caller gets a 502 and learns nothing.',
    ja: 'input_text がないと、関数が {error} で失敗します。呼び出し元には 502 しか返らず、原因が伝わりません。',
    vi: 'Thiếu input_text thì hàm bị lỗi ({error}): người gọi chỉ nhận 502 và không biết vì sao.',
  },
  failsWithoutNext: {
    en: 'Read it by (event.get("queryStringParameters") or {}).get("input_text"), and return 400 with a JSON body where it is missing. Then Deploy.',
    ja: '(event.get("queryStringParameters") or {}).get("input_text") で読み、なければ 400 と JSON の body を返してください。そのあと「Deploy」を押してください。',
    vi: 'Đọc bằng (event.get("queryStringParameters") or {}).get("input_text"), thiếu thì trả về 400 kèm body JSON. Rồi bấm Deploy.',
  },
  failsLong: {
    en: 'With a text that is too long for Translate (10,001 bytes) the function fails ({error}): its caller gets a 502.',
    ja: 'Translate の上限を超える文（10,001 バイト）を渡すと、関数が {error} で失敗します。呼び出し元には 502 が返ります。',
    vi: 'Gặp văn bản quá dài với Translate (10.001 byte), hàm bị lỗi ({error}): người gọi nhận 502.',
  },
  failsLongNext: {
    en: 'Catch the SDK’s error around the call (except ClientError, or catch), and return 400 with a JSON body; do not raise it again. Then Deploy.',
    ja: 'SDK の例外を捕まえ（except ClientError や catch）、raise し直さずに 400 と JSON の body を返してください。そのあと「Deploy」を押してください。',
    vi: 'Bắt lỗi SDK quanh lời gọi (except ClientError hoặc catch), trả về 400 kèm body JSON; đừng raise lại. Rồi bấm Deploy.',
  },
  saysOk: {
    en: 'The function answers {status} to a call that is wrong ({how}): a caller’s program would take it for success.',
    ja: '誤った呼び出し（{how}）に statusCode {status} を返しています。呼び出し元のプログラムは成功だと思ってしまいます。',
    vi: 'Hàm trả về {status} cho một lời gọi sai ({how}): chương trình gọi sẽ tưởng là thành công.',
  },
  bodyNotJson: {
    en: 'The body of the answer to a wrong call ({how}) is no JSON object: {body}',
    ja: '誤った呼び出し（{how}）への応答の body が JSON オブジェクトではありません: {body}',
    vi: 'Body của câu trả lời cho lời gọi sai ({how}) không phải một đối tượng JSON: {body}',
  },
  bodyNotJsonNext: {
    en: 'Let body be json.dumps({"message": "…"}) or JSON.stringify({ message: "…" }). Then Deploy.',
    ja: 'body を json.dumps({"message": "…"}) または JSON.stringify({ message: "…" }) にして「Deploy」を押してください。',
    vi: 'Để body là json.dumps({"message": "…"}) hoặc JSON.stringify({ message: "…" }). Rồi bấm Deploy.',
  },
  notSeenHandled: {
    en: 'Looking only, I see no run of the deployed code that warned of an error and still ended well.',
    ja: '読み取りだけの確認では、エラーを警告としてログに残しつつ正常に終わった実行が、今のコードに見つかりません。',
    vi: 'Chỉ xem log thì chưa thấy lần chạy nào của mã hiện tại vừa ghi cảnh báo về lỗi vừa kết thúc bình thường.',
  },
  notSeenHandledNext: {
    en: 'Log the mistake as a warning (logger.warning, console.warn), Deploy, and test once with queryStringParameters set to null.',
    ja: '誤りを警告としてログに残し（logger.warning、console.warn）、「Deploy」して、queryStringParameters を null にしたイベントで一度テストしてください。',
    vi: 'Ghi log lỗi ở mức warning (logger.warning, console.warn), Deploy, rồi Test một lần với queryStringParameters là null.',
  },

  warmTitle: {
    en: 'See that what stands outside the handler is reused',
    ja: 'ハンドラーの外側が再利用されるのを確かめる',
    vi: 'Thấy tận mắt phần ngoài handler được dùng lại',
  },
  warmHint1: {
    en: 'Code outside the handler runs once for each execution environment; a second call soon after finds it ready (a warm start). That is why the clients are made there.',
    ja: 'ハンドラーの外のコードは、実行環境ごとに一度だけ動きます。すぐあとの呼び出しはそれを再利用します（ウォームスタート）。クライアントを外で作るのはこのためです。',
    vi: 'Mã ngoài handler chỉ chạy một lần cho mỗi môi trường; lần gọi ngay sau đó dùng lại (warm start). Vì thế client được tạo ở đó.',
  },
  warmHint2: {
    en: 'Prove it with a counter: set it to 0 outside the handler, add 1 inside, and log it as warm: N. Any variable’s name will do; the word warm is what I look for.',
    ja: 'カウンターで確かめましょう。ハンドラーの外で 0 にし、中で 1 足して、warm: N とログに出します。変数名は自由ですが、warm という語を手がかりに探します。',
    vi: 'Chứng minh bằng bộ đếm: đặt bằng 0 ngoài handler, cộng 1 bên trong, rồi ghi log warm: N. Tên biến tuỳ ý; tôi tìm chữ warm.',
  },
  warmAnswer: {
    en: 'Python: runs = 0 outside; inside: global runs; runs += 1; logger.info("warm: %d", runs). Node.js: let runs = 0; inside: runs += 1; console.log("warm: " + runs). Deploy, then Test twice in a row, and compare the two REPORT lines: only the first has an Init Duration.',
    ja: 'Python: 外で runs = 0、中で global runs、runs += 1、logger.info("warm: %d", runs)。Node.js: let runs = 0、中で runs += 1、console.log("warm: " + runs)。「Deploy」後に続けて 2 回「テスト」し、2 つの REPORT 行を比べます。Init Duration があるのは最初だけです。',
    vi: 'Python: runs = 0 ở ngoài; bên trong: global runs; runs += 1; logger.info("warm: %d", runs). Node.js: let runs = 0; bên trong: runs += 1; console.log("warm: " + runs). Deploy, Test hai lần liên tiếp, rồi so hai dòng REPORT: chỉ dòng đầu có Init Duration.',
  },
  noCounter: {
    en: 'No run of the deployed code has logged a counter as warm: N.',
    ja: 'デプロイしたコードは、warm: N というカウンターをまだログに出していません。',
    vi: 'Chưa có lần chạy nào của mã hiện tại ghi bộ đếm dạng warm: N.',
  },
  noCounterNext: {
    en: 'Count outside the handler, log it (Python: logger.info("warm: %d", runs)), Deploy, and Test twice. If you just did, give the log a minute.',
    ja: 'ハンドラーの外のカウンターをログに出し（Python: logger.info("warm: %d", runs)）、「Deploy」して 2 回テストします。実行したばかりなら、ログが届くまで 1 分ほど待ってください。',
    vi: 'Đếm bằng biến ngoài handler, ghi log (Python: logger.info("warm: %d", runs)), Deploy rồi Test hai lần. Nếu vừa làm xong, hãy đợi log một phút.',
  },
  runTwice: {
    en: 'The counter is there, but you have not run the function twice since you deployed it.',
    ja: 'カウンターはありますが、デプロイしたあとにまだ 2 回実行していません。',
    vi: 'Đã có bộ đếm, nhưng từ lúc deploy bạn chưa chạy hàm hai lần.',
  },
  runTwiceNext: {
    en: 'Press Test twice within a minute, then: handson check --watch',
    ja: '1 分以内に 2 回「テスト」を押してから: handson check --watch',
    vi: 'Bấm Test hai lần trong vòng một phút, rồi: handson check --watch',
  },
  alwaysSame: {
    en: 'The counter says {count} and does not go up: it is set inside the handler, or no two runs shared an environment.',
    ja: 'カウンターが {count} のまま増えていません。ハンドラーの中で初期化しているか、同じ実行環境が使われなかったようです。',
    vi: 'Bộ đếm cứ là {count}, không tăng: nó được đặt bên trong handler, hoặc không có hai lần chạy nào chung môi trường.',
  },
  alwaysSameNext: {
    en: 'Set it to 0 outside the handler and only add to it inside (Python needs global there). Deploy, and Test twice in a row.',
    ja: '初期化はハンドラーの外で行い、中では足すだけにします（Python では global が必要です）。「Deploy」して、続けて 2 回テストしてください。',
    vi: 'Đặt bằng 0 ở ngoài handler, bên trong chỉ cộng thêm (Python cần global). Deploy rồi Test hai lần liên tiếp.',
  },

  validatorTitle: {
    en: 'Let API Gateway refuse calls without input_text',
    ja: 'input_text のない呼び出しを API Gateway に断らせる',
    vi: 'Để API Gateway từ chối lời gọi thiếu input_text',
  },
  validatorHint1: {
    en: 'Open the invoke URL with /translate and nothing behind it. Required is ticked since lab 4; why does the call come through all the same?',
    ja: '呼び出し URL の /translate を、パラメーターなしで開いてみましょう。ラボ 4 で「必須」にしたのに、なぜ通ってしまうのでしょう？',
    vi: 'Mở invoke URL với /translate và không có gì phía sau. Từ lab 4 đã đánh dấu bắt buộc, sao lời gọi vẫn lọt qua?',
  },
  validatorHint2: {
    en: 'Required only describes. A request validator enforces, and then a wrong call costs you no run of the function.',
    ja: '「必須」は説明にすぎません。実際に確かめるのはリクエストバリデーターで、誤った呼び出しでは関数が動かず、料金もかかりません。',
    vi: 'Required chỉ mô tả. Request validator mới thật sự kiểm tra, và khi đó lời gọi sai không tốn lần chạy hàm nào.',
  },
  validatorAnswer: {
    en: 'Resources › /translate › GET › Method request › Edit: Request validator: Validate query string parameters and headers, Save. Then Deploy API, stage dev.',
    ja: '「リソース」› /translate › GET ›「メソッドリクエスト」›「編集」: リクエストバリデーターで「クエリ文字列パラメータおよびヘッダーを検証」を選び「保存」。そのあと「API をデプロイ」、ステージ dev。',
    vi: 'Resources › /translate › GET › Method request › Edit: Request validator: Validate query string parameters and headers, Save. Rồi Deploy API, stage dev.',
  },
  noValidator: {
    en: 'GET /translate has no request validator: a call without input_text goes on to the function.',
    ja: 'GET /translate にリクエストバリデーターがなく、input_text のない呼び出しも関数まで届きます。',
    vi: 'GET /translate chưa có request validator: lời gọi thiếu input_text vẫn đi tới hàm.',
  },
  noValidator502: {
    en: 'A call without input_text ends in a 502: "required" alone checks nothing, so the function was run with queryStringParameters null.',
    ja: 'input_text のない呼び出しが 502 になります。「必須」だけでは何も検証されず、queryStringParameters が null のまま関数が動いたためです。',
    vi: 'Lời gọi thiếu input_text kết thúc bằng 502: chỉ "required" thì không kiểm tra gì, nên hàm chạy với queryStringParameters là null.',
  },
  validatorNext: {
    en: 'GET /translate › Method request › Edit: Request validator: Validate query string parameters and headers, Save. Then Deploy API.',
    ja: 'GET /translate ›「メソッドリクエスト」›「編集」でリクエストバリデーターを「クエリ文字列パラメータおよびヘッダーを検証」にして「保存」。そのあと「API をデプロイ」を押してください。',
    vi: 'GET /translate › Method request › Edit: Request validator: Validate query string parameters and headers, Save. Rồi Deploy API.',
  },
  otherValidator: {
    en: 'The request validator "{name}" looks at the body only, not at query parameters.',
    ja: 'リクエストバリデーター「{name}」は本文だけを検証し、クエリパラメーターを見ていません。',
    vi: 'Request validator "{name}" chỉ kiểm tra body, không kiểm tra tham số query.',
  },
  nothingRequired: {
    en: 'There is a validator, but input_text is not required any more, so it has nothing to refuse.',
    ja: 'バリデーターはありますが、input_text が必須でなくなっているため、断るものがありません。',
    vi: 'Có validator, nhưng input_text không còn bắt buộc nên nó không có gì để từ chối.',
  },
  nothingRequiredNext: {
    en: 'GET /translate › Method request › Edit › URL query string parameters: input_text, Required on, Save. Then Deploy API.',
    ja: 'GET /translate ›「メソッドリクエスト」›「編集」›「URL クエリ文字列パラメータ」で input_text を「必須」にして「保存」。そのあと「API をデプロイ」を押してください。',
    vi: 'GET /translate › Method request › Edit › URL query string parameters: input_text, bật Required, Save. Rồi Deploy API.',
  },
  notDeployed: {
    en: 'The validator is in the draft, but what is deployed to {stage} still lets the call through.',
    ja: 'バリデーターは下書きにはありますが、{stage} にデプロイ済みの版はまだ呼び出しを通してしまいます。',
    vi: 'Validator đã có trong bản nháp, nhưng bản deploy ở {stage} vẫn cho lời gọi lọt qua.',
  },
  notDeployedNext: {
    en: 'Press Deploy API at the top right of Resources, stage {stage}, Deploy.',
    ja: '「リソース」右上の「API をデプロイ」を押し、ステージ {stage} を選んで「デプロイ」。',
    vi: 'Bấm Deploy API ở góc trên bên phải mục Resources, chọn stage {stage}, rồi Deploy.',
  },
});
