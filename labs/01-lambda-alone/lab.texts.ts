import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: { en: 'Lambda on its own', ja: 'Lambda を単体で使ってみる', vi: 'Chạy riêng một hàm Lambda' },
  cost: {
    en: 'Nothing: a few runs lie within Lambda’s always-free tier.',
    ja: '無料です。数回の実行は Lambda の常時無料枠に収まります。',
    vi: 'Miễn phí: vài lần chạy nằm gọn trong mức miễn phí vĩnh viễn của Lambda.',
  },

  createTitle: { en: 'Create the function', ja: '関数を作成する', vi: 'Tạo hàm' },
  createHint1: {
    en: 'Everything begins in the Lambda console, in the region shown at the top of the check.',
    ja: '出発点は Lambda コンソールです。チェックの先頭に表示されたリージョンで開いてください。',
    vi: 'Mọi việc bắt đầu từ console Lambda, ở đúng region ghi ở đầu phần kiểm tra.',
  },
  createHint2: {
    en: 'Create function › Author from scratch. Only the name and the runtime matter; leave the rest as it is.',
    ja: '「関数の作成」›「一から作成」。決めるのは関数名とランタイムだけで、ほかはそのままでかまいません。',
    vi: 'Create function › Author from scratch. Chỉ cần đặt tên và chọn runtime, phần còn lại để nguyên.',
  },
  createAnswer: {
    en: 'Name: translate-function (with your prefix, if you have one). Runtime: Python 3.14 or Node.js 24.x. Permissions: create default role.',
    ja: '関数名: translate-function（プレフィックスがあれば付ける）。ランタイム: Python 3.14 または Node.js 24.x。アクセス権限: デフォルトのロールを作成。',
    vi: 'Tên: translate-function (kèm tiền tố nếu có). Runtime: Python 3.14 hoặc Node.js 24.x. Permissions: Create default role.',
  },
  pending: {
    en: 'The function is still being created.',
    ja: '関数はまだ作成中です。',
    vi: 'Hàm vẫn đang được tạo.',
  },
  pendingNext: {
    en: 'It takes some seconds: handson check',
    ja: '数秒で終わります: handson check',
    vi: 'Chỉ mất vài giây: handson check',
  },
  notActive: {
    en: 'The function is there, but in the state {state}. {reason}',
    ja: '関数はありますが、状態が {state} です。{reason}',
    vi: 'Có hàm rồi nhưng đang ở trạng thái {state}. {reason}',
  },
  notActiveNext: {
    en: 'Delete it and create it again.',
    ja: '一度削除して、作り直してください。',
    vi: 'Xoá hàm rồi tạo lại.',
  },
  image: {
    en: 'The function was made from a container image; the course edits code in the console, which needs a Zip function.',
    ja: '関数がコンテナイメージから作られています。講座ではコンソールでコードを編集するため、Zip 形式の関数が必要です。',
    vi: 'Hàm được tạo từ container image; khoá học sửa mã ngay trong console nên cần hàm dạng Zip.',
  },
  imageNext: {
    en: 'Delete it, then Create function › Author from scratch, name {name}.',
    ja: '削除してから「関数の作成」›「一から作成」、関数名は {name}。',
    vi: 'Xoá đi, rồi Create function › Author from scratch, đặt tên {name}.',
  },
  runtime: {
    en: 'The runtime is {runtime}. The course needs Python 3.11 or newer, or Node.js 22 or newer.',
    ja: 'ランタイムが {runtime} です。講座には Python 3.11 以降または Node.js 22 以降が必要です。',
    vi: 'Runtime đang là {runtime}. Khoá học cần Python 3.11 trở lên hoặc Node.js 22 trở lên.',
  },
  runtimeNext: {
    en: 'Code › Runtime settings › Edit, and choose Python 3.14 or Node.js 24.x.',
    ja: '「コード」›「ランタイム設定」›「編集」で Python 3.14 または Node.js 24.x を選んでください。',
    vi: 'Code › Runtime settings › Edit, chọn Python 3.14 hoặc Node.js 24.x.',
  },

  roleTitle: {
    en: 'Look at the role: it lets the function write its log',
    ja: '実行ロールを見る：ログを書く権限があること',
    vi: 'Xem role: nó cho phép hàm ghi log',
  },
  roleHint1: {
    en: 'A function acts as its role. See Configuration › Permissions › Execution role: what may it do?',
    ja: '関数は実行ロールの権限で動きます。「設定」›「アクセス権限」›「実行ロール」で、何が許可されているか見てみましょう。',
    vi: 'Hàm hành động với tư cách role của nó. Mở Configuration › Permissions › Execution role: role được làm gì?',
  },
  roleAnswer: {
    en: 'The console gave it AWSLambdaBasicExecutionRole. If that is missing, attach the policy of that name in IAM.',
    ja: 'コンソールで作ると AWSLambdaBasicExecutionRole が付きます。なければ IAM で同名のポリシーをアタッチしてください。',
    vi: 'Console đã gắn AWSLambdaBasicExecutionRole. Nếu thiếu, hãy gắn policy cùng tên đó trong IAM.',
  },

  memoryTitle: {
    en: 'Give it 256 MB of memory and 10 seconds',
    ja: 'メモリを 256 MB、タイムアウトを 10 秒にする',
    vi: 'Đặt bộ nhớ 256 MB và thời gian chờ 10 giây',
  },
  memoryHint1: {
    en: 'Both are in the function’s general configuration.',
    ja: 'どちらも関数の「一般設定」にあります。',
    vi: 'Cả hai nằm trong phần cấu hình chung (General configuration) của hàm.',
  },
  memoryAnswer: {
    en: 'Configuration › General configuration › Edit: Memory 256 MB, Timeout 0 min 10 sec, Save.',
    ja: '「設定」›「一般設定」›「編集」: メモリ 256 MB、タイムアウト 0 分 10 秒、「保存」。',
    vi: 'Configuration › General configuration › Edit: Memory 256 MB, Timeout 0 min 10 sec, rồi Save.',
  },
  memoryWrong: {
    en: 'The memory is {found} MB, not 256 MB.',
    ja: 'メモリが 256 MB ではなく {found} MB です。',
    vi: 'Bộ nhớ đang là {found} MB chứ không phải 256 MB.',
  },
  timeoutWrong: {
    en: 'The timeout is {found} seconds, not 10.',
    ja: 'タイムアウトが 10 秒ではなく {found} 秒です。',
    vi: 'Thời gian chờ đang là {found} giây chứ không phải 10.',
  },
  memoryNext: {
    en: 'Configuration › General configuration › Edit, set 256 MB and 10 seconds, and press Save.',
    ja: '「設定」›「一般設定」›「編集」で 256 MB と 10 秒にして「保存」を押してください。',
    vi: 'Mở Configuration › General configuration › Edit, đặt 256 MB và 10 giây, rồi bấm Save.',
  },

  testTitle: { en: 'Test it once', ja: '一度テスト実行する', vi: 'Chạy thử một lần' },
  testHint1: {
    en: 'A test event is the input that the function gets. Any will do here.',
    ja: 'テストイベントは関数に渡す入力です。ここではどんな内容でもかまいません。',
    vi: 'Test event là dữ liệu đầu vào của hàm. Ở đây dùng loại nào cũng được.',
  },
  testAnswer: {
    en: 'Test › Create new event, leave the template hello-world, Save, Test. Or: aws lambda invoke --function-name translate-function out.json',
    ja: '「テスト」›「新しいイベントを作成」、テンプレートは hello-world のまま「保存」して「テスト」。または: aws lambda invoke --function-name translate-function out.json',
    vi: 'Test › Create new event, giữ mẫu hello-world, Save rồi Test. Hoặc: aws lambda invoke --function-name translate-function out.json',
  },
  neverRun: {
    en: 'The function has no log yet: it has not run, or ran a moment ago.',
    ja: '関数のログがまだありません。未実行か、たった今実行したばかりです。',
    vi: 'Hàm chưa có log: hoặc chưa chạy lần nào, hoặc vừa mới chạy.',
  },
  neverRunNext: {
    en: 'Press Test. If you just did, give the log a minute: handson check --watch',
    ja: '「テスト」を押してください。押したばかりなら、ログが届くまで 1 分ほど待ちます: handson check --watch',
    vi: 'Bấm Test. Nếu vừa bấm rồi, hãy đợi log chừng một phút: handson check --watch',
  },
  logsLate: {
    en: 'The log is there, but no run is in it yet. CloudWatch may be some minutes late.',
    ja: 'ログはありますが、実行の記録がまだ届いていません。CloudWatch は数分遅れることがあります。',
    vi: 'Đã có log nhưng chưa thấy lần chạy nào. CloudWatch có thể trễ vài phút.',
  },
  logsLateNext: {
    en: 'Press Test if you have not; then wait: handson check --watch',
    ja: 'まだなら「テスト」を押し、少し待ちましょう: handson check --watch',
    vi: 'Nếu chưa thì bấm Test; rồi đợi: handson check --watch',
  },

  loggingTitle: {
    en: 'Log the event, deploy, test again',
    ja: 'イベントをログに出し、デプロイして、もう一度テストする',
    vi: 'Ghi event ra log, deploy, chạy thử lại',
  },
  loggingHint1: {
    en: 'Let the code write what it was given. Whatever it prints lands in CloudWatch Logs.',
    ja: '受け取った値をコードに書き出させましょう。出力はすべて CloudWatch Logs に入ります。',
    vi: 'Cho mã in ra thứ nó nhận được. Mọi thứ in ra đều vào CloudWatch Logs.',
  },
  loggingHint2: {
    en: 'Saving is not enough: Deploy makes the new code the one that runs.',
    ja: '保存だけでは足りません。「Deploy」を押して初めて、新しいコードが動きます。',
    vi: 'Lưu thôi chưa đủ: bấm Deploy thì mã mới mới được chạy.',
  },
  loggingAnswer: {
    en: 'Python: import logging; logging.getLogger().setLevel(logging.INFO); then logging.info(event) in the handler. Node.js: console.log(event). Press Deploy, then Test.',
    ja: 'Python: import logging、logging.getLogger().setLevel(logging.INFO) とし、ハンドラーで logging.info(event)。Node.js: console.log(event)。「Deploy」を押してから「テスト」。',
    vi: 'Python: import logging; logging.getLogger().setLevel(logging.INFO); rồi logging.info(event) trong handler. Node.js: console.log(event). Bấm Deploy, sau đó Test.',
  },
  noLine: {
    en: 'The function ran, but none of its log lines come from your code.',
    ja: '関数は実行されていますが、あなたのコードが書いたログ行がありません。',
    vi: 'Hàm đã chạy, nhưng trong log chưa có dòng nào do mã của bạn ghi.',
  },
  noLineNext: {
    en: 'Add the logging line, press Deploy (not only Save), and Test again.',
    ja: 'ログを書く行を足し、（保存だけでなく）「Deploy」を押してから、もう一度テストしてください。',
    vi: 'Thêm dòng ghi log, bấm Deploy (không chỉ Save), rồi Test lại.',
  },

  retentionTitle: {
    en: 'Let the log forget after a week',
    ja: 'ログの保持期間を 1 週間にする',
    vi: 'Cho log tự xoá sau một tuần',
  },
  retentionHint1: {
    en: 'A log group keeps everything for ever unless it is told otherwise, and for ever is billed.',
    ja: 'ロググループは、設定しないかぎりログを永久に残し、その分の料金がかかり続けます。',
    vi: 'Nếu không đặt gì, log group giữ mọi thứ mãi mãi, và bạn cũng trả tiền mãi mãi.',
  },
  retentionAnswer: {
    en: 'CloudWatch › Log groups › /aws/lambda/translate-function › Actions › Edit retention setting: 1 week.',
    ja: 'CloudWatch ›「ロググループ」› /aws/lambda/translate-function ›「アクション」›「保持設定を編集」で 1 週間。',
    vi: 'Vào CloudWatch › Log groups › /aws/lambda/translate-function › Actions › Edit retention setting: 1 week.',
  },
  retentionForever: {
    en: 'This log is kept for ever.',
    ja: 'このログは無期限に保持されます。',
    vi: 'Log này đang được giữ vĩnh viễn.',
  },
  retentionNext: {
    en: 'Keep it for a week: aws logs put-retention-policy --log-group-name {group} --retention-in-days 7',
    ja: '1 週間にするには: aws logs put-retention-policy --log-group-name {group} --retention-in-days 7',
    vi: 'Chỉ giữ một tuần: aws logs put-retention-policy --log-group-name {group} --retention-in-days 7',
  },
});
