import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'API, function and table together',
    ja: 'API・関数・テーブルを組み合わせる',
    vi: 'Kết nối API, hàm và bảng',
  },
  cost: {
    en: 'About 0.03 US dollars at list price for 100 calls with translations (as of November 2026).',
    ja: '翻訳を含む 100 回の呼び出しで、定価で約 0.03 米ドル（2026 年 11 月時点）。',
    vi: 'Khoảng 0,03 đô la Mỹ theo giá niêm yết cho 100 lần gọi có dịch (tính đến tháng 11/2026).',
  },

  roleTitle: {
    en: 'Let the function’s role write to the table',
    ja: '実行ロールにテーブルへの書き込みを許可する',
    vi: 'Cho role của hàm ghi vào bảng',
  },
  roleHint1: {
    en: 'As with Translate: it is the role that writes, so it is the role that must be allowed to.',
    ja: 'Translate のときと同じです。書き込むのは実行ロールなので、許可もロールに必要です。',
    vi: 'Giống như với Translate: chính role ghi vào bảng, nên chính role phải được phép.',
  },
  roleHint2: {
    en: 'Writing one item is dynamodb:PutItem, and it is needed on one table only: its ARN stands in the table’s Overview › Additional info.',
    ja: '1 件の書き込みは dynamodb:PutItem。必要なのは 1 つのテーブルだけです。ARN はテーブルの「概要」›「追加情報」にあります。',
    vi: 'Ghi một item là dynamodb:PutItem, và chỉ cần trên một bảng: ARN nằm ở Overview › Additional info của bảng.',
  },
  roleAnswer: {
    en: 'Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"ARN of the table"}]}. (The original attaches AmazonDynamoDBFullAccess: it works, may also delete every table, and AWS has since replaced it.)',
    ja: '「インラインポリシーを作成」› JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"テーブルの ARN"}]}（元の講座は AmazonDynamoDBFullAccess を付けます。動きますが、全テーブルの削除もできてしまい、現在は AWS も後継版に置き換えています）。',
    vi: 'Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"ARN của bảng"}]}. (Bản gốc gắn AmazonDynamoDBFullAccess: vẫn chạy, nhưng xoá được mọi bảng, và AWS đã thay policy này.)',
  },

  codeTitle: {
    en: 'Write every translation into the table, and deploy the code',
    ja: '翻訳のたびにテーブルへ書き込むようにし、デプロイする',
    vi: 'Ghi mỗi lần dịch vào bảng, rồi deploy mã',
  },
  codeHint1: {
    en: 'One item for each call: when, what came in, what went out. (When this step calls your API it leaves a row of its own, whose input_text holds handson-check.)',
    ja: '呼び出し 1 回につき 1 項目、「いつ・入力・出力」を残します（このチェックも API を呼ぶため、input_text に handson-check を含む行が残ります）。',
    vi: 'Mỗi lần gọi ghi một item: lúc nào, nhận vào gì, trả ra gì. (Nếu lần kiểm tra bước này gọi API của bạn, nó để lại một dòng có input_text chứa handson-check.)',
  },
  codeHint2: {
    en: 'Make the table’s client outside the handler, as you did for Translate: boto3.resource("dynamodb").Table("translate-history") in Python, DynamoDBClient of @aws-sdk/client-dynamodb in Node.js.',
    ja: 'Translate と同じく、クライアントはハンドラーの外で作ります。Python は boto3.resource("dynamodb").Table("translate-history")、Node.js は @aws-sdk/client-dynamodb の DynamoDBClient。',
    vi: 'Tạo client ở ngoài handler như với Translate: boto3.resource("dynamodb").Table("translate-history") với Python, DynamoDBClient của @aws-sdk/client-dynamodb với Node.js.',
  },
  codeHint3: {
    en: 'Python: import datetime; table.put_item(Item={"timestamp": datetime.datetime.now().strftime("%Y%m%d%H%M%S"), "input_text": input_text, "output_text": output_text}). Node.js: await the send of a PutItemCommand, its strings as {"S": …}.',
    ja: 'Python: import datetime、table.put_item(Item={"timestamp": datetime.datetime.now().strftime("%Y%m%d%H%M%S"), "input_text": input_text, "output_text": output_text})。Node.js: PutItemCommand を send して await し、文字列は {"S": …} の形にします。',
    vi: 'Python: import datetime; table.put_item(Item={"timestamp": datetime.datetime.now().strftime("%Y%m%d%H%M%S"), "input_text": input_text, "output_text": output_text}). Node.js: nhớ await khi send một PutItemCommand, chuỗi viết dưới dạng {"S": …}.',
  },
  codeAnswer: {
    en: 'The whole code: labs/06-api-lambda-table/solution. Paste it, press Deploy (the code’s; the API has not changed and needs no new deployment). With a prefix, set the environment variable TABLE_NAME to your table’s name.',
    ja: 'コード全体は labs/06-api-lambda-table/solution にあります。貼り付けてコードの「Deploy」（API は変わっていないので再デプロイ不要）。プレフィックスがあれば環境変数 TABLE_NAME に自分のテーブル名を入れます。',
    vi: 'Toàn bộ mã: labs/06-api-lambda-table/solution. Dán vào, bấm Deploy của mã (API không đổi nên không cần deploy lại). Nếu có tiền tố, đặt biến môi trường TABLE_NAME là tên bảng của bạn.',
  },
  noRow: {
    en: 'The API answers with a translation, but no row came into {name}: it looks like the code from before.',
    ja: 'API は翻訳を返しますが、{name} に行が増えません。前のコードのままのようです。',
    vi: 'API trả về bản dịch, nhưng {name} không có thêm dòng nào: có vẻ vẫn là mã cũ.',
  },
  noRowNext: {
    en: 'Add the put_item (in Node.js: await it), press Deploy in the code editor, and look again: handson check',
    ja: 'put_item を足し（Node.js では await を忘れずに）、コードエディターの「Deploy」を押して、もう一度: handson check',
    vi: 'Thêm put_item (với Node.js nhớ await), bấm Deploy trong trình soạn mã, rồi xem lại: handson check',
  },
  otherAttributes: {
    en: 'A row came into the table, but without input_text. Besides its key it has: {attributes}',
    ja: '行は増えましたが、input_text がありません。キー以外の属性: {attributes}',
    vi: 'Có dòng mới trong bảng nhưng không có input_text. Ngoài khoá, nó có: {attributes}',
  },
  otherInput: {
    en: 'The row’s input_text is not the text that was sent: {found}',
    ja: '行の input_text が、送った文と違います: {found}',
    vi: 'input_text của dòng không phải văn bản đã gửi: {found}',
  },
  noOutput: {
    en: 'A row came into the table, but without output_text. It has: {attributes}',
    ja: '行は増えましたが、output_text がありません。今の属性: {attributes}',
    vi: 'Có dòng mới trong bảng nhưng không có output_text. Nó có: {attributes}',
  },
  shapeNext: {
    en: 'Write the attributes under exactly these names: timestamp, input_text, output_text, each a string. Then Deploy.',
    ja: '属性名を timestamp、input_text、output_text（すべて文字列）にそろえて、「Deploy」を押してください。',
    vi: 'Ghi các thuộc tính với đúng những tên này: timestamp, input_text, output_text, mỗi thuộc tính là một chuỗi. Rồi bấm Deploy.',
  },
  severalRows: {
    en: 'One call left {count} rows in the table, not 1.',
    ja: '1 回の呼び出しで、1 行ではなく {count} 行増えました。',
    vi: 'Một lần gọi để lại {count} dòng trong bảng chứ không phải 1.',
  },
  severalRowsNext: {
    en: 'Put one item for each call: look for a second put_item in the code. Then Deploy.',
    ja: '書き込みは呼び出し 1 回につき 1 件です。コードに余分な put_item がないか確かめ、「Deploy」を押してください。',
    vi: 'Mỗi lần gọi chỉ ghi một item: tìm xem mã có put_item thứ hai không. Rồi bấm Deploy.',
  },
  overwritten: {
    en: 'Rows are written, but another call in the same second has replaced this one’s: a key that counts seconds is used twice.',
    ja: '行は書かれていますが、同じ秒に行われた別の呼び出しで上書きされました。秒単位のキーが重なったためです。',
    vi: 'Có ghi dòng, nhưng một lần gọi khác trong cùng giây đã ghi đè: khoá tính theo giây bị trùng.',
  },
  overwrittenNext: {
    en: 'Look again when nobody else is calling: handson check',
    ja: 'ほかの呼び出しがないときに、もう一度: handson check',
    vi: 'Xem lại khi không có ai khác đang gọi: handson check',
  },
  otherTable: {
    en: 'The code writes to the table {other}, not to {name}.',
    ja: 'コードの書き込み先が {name} ではなく {other} になっています。',
    vi: 'Mã đang ghi vào bảng {other} chứ không phải {name}.',
  },
  otherTableNext: {
    en: 'Put {name} into the code (or into TABLE_NAME, if the code reads it), letter by letter, and press Deploy.',
    ja: 'コード（環境変数を使うなら TABLE_NAME）の名前を {name} と一字一句同じにして、「Deploy」を押してください。',
    vi: 'Sửa tên trong mã (hoặc biến TABLE_NAME nếu mã đọc nó) cho đúng từng chữ {name}, rồi bấm Deploy.',
  },
  noRowSeen: {
    en: 'The table has no row that was written while the function ran.',
    ja: '関数の実行中に書かれた行が、テーブルに見つかりません。',
    vi: 'Trong bảng chưa có dòng nào được ghi lúc hàm chạy.',
  },
  noRowSeenNext: {
    en: 'Call the API once with ?input_text=…; give the log a minute, and look again: handson check',
    ja: '?input_text=… を付けて API を一度呼び出し、ログが届くまで 1 分ほど待って、もう一度: handson check',
    vi: 'Gọi API một lần với ?input_text=…; đợi log một phút rồi xem lại: handson check',
  },

  calledTitle: {
    en: 'Call the API yourself, and find your row',
    ja: '自分で API を呼び出し、書き込まれた行を見る',
    vi: 'Tự gọi API rồi tìm dòng của mình',
  },
  calledHint1: {
    en: 'Only the code changed, so the API stands as it is: the address of lab 4 still works, without Deploy API.',
    ja: '変わったのはコードだけです。API はそのままなので、ラボ 4 の URL が（再デプロイなしで）そのまま使えます。',
    vi: 'Chỉ mã thay đổi, API vẫn như cũ: địa chỉ của lab 4 vẫn dùng được, không cần Deploy API.',
  },
  calledAnswer: {
    en: 'Open INVOKE-URL/translate?input_text=こんにちは in the browser; then DynamoDB › Explore items › translate-history › Run. Call twice within one second: how many rows are there, and why?',
    ja: 'ブラウザーで「呼び出し URL」/translate?input_text=こんにちは を開き、DynamoDB ›「項目を探索」› translate-history ›「実行する」。同じ 1 秒の間に 2 回呼ぶと、行はいくつ増えるでしょう？ それはなぜでしょう？',
    vi: 'Mở INVOKE-URL/translate?input_text=こんにちは trong trình duyệt; rồi DynamoDB › Explore items › translate-history › Run. Thử gọi hai lần trong cùng một giây: có mấy dòng, vì sao?',
  },
  notCalled: {
    en: 'The table has no row from a call of your own yet.',
    ja: 'あなた自身の呼び出しで書かれた行が、まだありません。',
    vi: 'Trong bảng chưa có dòng nào từ lần gọi của chính bạn.',
  },
  notCalledNext: {
    en: 'Open the invoke URL with /translate?input_text=こんにちは behind it. If you just did, give the log a minute: handson check --watch',
    ja: '呼び出し URL の後ろに /translate?input_text=こんにちは を付けて開いてください。開いたばかりなら、ログが届くまで 1 分ほど待ちます: handson check --watch',
    vi: 'Mở invoke URL kèm /translate?input_text=こんにちは phía sau. Nếu vừa mở rồi, hãy đợi log một phút: handson check --watch',
  },
});
