import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'Before you begin',
    ja: '始める前に',
    vi: 'Trước khi bắt đầu',
  },
  cost: {
    en: 'Nothing here. The whole course costs about 0.10 US dollars or less at list price, if you clean up afterwards (as of November 2026); in the sandbox, nothing at all.',
    ja: 'このラボは無料です。講座全体でも、終わったら片付ける前提で、定価で約 0.10 米ドル以下です（2026 年 11 月時点）。サンドボックスならまったくかかりません。',
    vi: 'Phần này miễn phí. Cả khoá học tốn khoảng 0,10 đô la Mỹ trở xuống theo giá niêm yết, nếu dọn dẹp sau khi học (tính đến tháng 11/2026); trong sandbox thì hoàn toàn miễn phí.',
  },

  accountTitle: {
    en: 'Choose where you work: the sandbox or your AWS account',
    ja: '作業する場所を決める：サンドボックスか、自分の AWS アカウントか',
    vi: 'Chọn nơi thực hành: sandbox hay tài khoản AWS của bạn',
  },
  accountHint1: {
    en: 'The sandbox is an AWS in the box: it needs no account, and costs nothing. In an account of your own you see the real console.',
    ja: 'サンドボックスは手元で動く AWS で、アカウントも料金も要りません。自分のアカウントなら本物のコンソールで学べます。',
    vi: 'Sandbox là một AWS chạy ngay trên máy: không cần tài khoản, không tốn tiền. Với tài khoản của mình, bạn thấy console thật.',
  },
  accountAnswer: {
    en: 'handson use sandbox, or handson use aws --profile PROFILE --region ap-northeast-1 (Tokyo, as in the original; another region will do, but stay in one).',
    ja: 'handson use sandbox、または handson use aws --profile PROFILE --region ap-northeast-1（元の講座は東京。別のリージョンでもかまいませんが、途中で変えないでください）。',
    vi: 'handson use sandbox, hoặc handson use aws --profile PROFILE --region ap-northeast-1 (Tokyo như bản gốc; region khác cũng được, nhưng hãy giữ một region suốt khoá).',
  },
  lookingAt: {
    en: 'I look at the account {account} in {region}.',
    ja: 'アカウント {account} の {region} を見ています。',
    vi: 'Tôi đang xem tài khoản {account} ở {region}.',
  },
  isRoot: {
    en: 'You are signed in as the root user, who may do everything, even close the account. Better make a user of your own for the course (IAM Identity Center or IAM).',
    ja: 'ルートユーザーで作業しています。アカウントの解約まで何でもできてしまうため、講座用のユーザー（IAM Identity Center または IAM）を作るのがおすすめです。',
    vi: 'Bạn đang dùng root user, vốn làm được mọi thứ, kể cả đóng tài khoản. Tốt hơn hết, hãy tạo một user riêng cho khoá học (IAM Identity Center hoặc IAM).',
  },
  otherAccount: {
    en: 'The credentials belong to the account {found}, but the course is set to {account}.',
    ja: '今の認証情報はアカウント {found} のものですが、講座の対象は {account} です。',
    vi: 'Thông tin đăng nhập này thuộc tài khoản {found}, nhưng khoá học đang được đặt ở {account}.',
  },
  otherAccountNext: {
    en: 'Choose again where you work: handson use aws, or handson use sandbox',
    ja: '作業する場所を選び直してください: handson use aws または handson use sandbox',
    vi: 'Chọn lại nơi thực hành: handson use aws, hoặc handson use sandbox',
  },

  translateTitle: {
    en: 'See that Amazon Translate answers',
    ja: 'Amazon Translate が使えることを確かめる',
    vi: 'Thử xem Amazon Translate có trả lời không',
  },
  translateHint1: {
    en: 'The course is built around Translate, and not every new account may use it at once. So one short text is tried now (5 characters, far below a cent).',
    ja: 'この講座は Translate を中心に進みますが、新しいアカウントではすぐに使えないことがあります。そこで短い文（5 文字、1 セント未満）で試します。',
    vi: 'Khoá học xoay quanh Translate, mà tài khoản mới không phải lúc nào cũng dùng được ngay. Vì vậy hãy thử một câu ngắn (5 ký tự, chưa tới một xu).',
  },
  translateAnswer: {
    en: 'By hand: aws translate translate-text --text こんにちは --source-language-code ja --target-language-code en. Expected: Hello, or in other words.',
    ja: '手で試すなら: aws translate translate-text --text こんにちは --source-language-code ja --target-language-code en。Hello のような訳が返れば使えます。',
    vi: 'Thử bằng tay: aws translate translate-text --text こんにちは --source-language-code ja --target-language-code en. Kết quả mong đợi: Hello, hoặc một cách nói khác.',
  },
  notTried: {
    en: 'Translate was not tried: this look only reads.',
    ja: '読み取りだけの確認のため、Translate は試していません。',
    vi: 'Chưa thử Translate: lần xem này chỉ đọc.',
  },
  noTranslation: {
    en: 'Translate answered, but with an empty text.',
    ja: 'Translate は応答しましたが、訳文が空でした。',
    vi: 'Translate có trả lời nhưng bản dịch trống.',
  },
  noTranslationNext: {
    en: 'Look again: handson check set-up. If it stays so, go on in the sandbox: handson use sandbox',
    ja: 'もう一度: handson check set-up。変わらなければサンドボックスで続けましょう: handson use sandbox',
    vi: 'Xem lại: handson check set-up. Nếu vẫn vậy, hãy tiếp tục trong sandbox: handson use sandbox',
  },
  notSubscribed: {
    en: 'This account may not use Amazon Translate yet (the call says that a subscription is required). New accounts often wait a day, or for a payment method that is confirmed; it is not your mistake.',
    ja: 'このアカウントではまだ Amazon Translate を使えません（サブスクリプションが必要という応答です）。新しいアカウントでは、支払い方法の確認などで 1 日ほどかかることがあります。あなたの間違いではありません。',
    vi: 'Tài khoản này chưa được dùng Amazon Translate (dịch vụ báo cần đăng ký). Tài khoản mới thường phải đợi một ngày, hoặc đợi xác nhận phương thức thanh toán; không phải lỗi của bạn.',
  },
  notSubscribedNext: {
    en: 'Go on in the sandbox, where everything works today: handson use sandbox. Try here again tomorrow: handson use aws',
    ja: '今日はサンドボックスで続けられます: handson use sandbox。明日またこちらで: handson use aws',
    vi: 'Hôm nay hãy tiếp tục trong sandbox: handson use sandbox. Mai thử lại ở đây: handson use aws',
  },
  notInRegion: {
    en: 'The account answers in {region}, but Amazon Translate has no address there.',
    ja: 'アカウントは {region} で応答しますが、このリージョンに Amazon Translate がありません。',
    vi: 'Tài khoản có trả lời ở {region}, nhưng ở đó không có Amazon Translate.',
  },
  notInRegionNext: {
    en: 'Choose another region before you begin: handson use aws --region ap-northeast-1',
    ja: '始める前に別のリージョンを選んでください: handson use aws --region ap-northeast-1',
    vi: 'Chọn region khác trước khi bắt đầu: handson use aws --region ap-northeast-1',
  },

  budgetTitle: {
    en: 'Set an alarm on what you spend',
    ja: '使いすぎを知らせるアラームを設定する',
    vi: 'Đặt cảnh báo chi tiêu',
  },
  budgetHint1: {
    en: 'A budget does not stop anything, but it writes to you before a forgotten thing becomes dear. It is free, and worth keeping after the course.',
    ja: '予算は何かを止めるものではありませんが、消し忘れが高くつく前にメールで知らせてくれます。無料なので、講座のあとも残しておきましょう。',
    vi: 'Budget không chặn gì cả, nhưng sẽ gửi e-mail cho bạn trước khi một thứ bị bỏ quên làm tốn nhiều tiền. Budget miễn phí, và nên giữ lại sau khoá học.',
  },
  budgetAnswer: {
    en: 'Billing and Cost Management › Budgets › Create budget › Use a template › Monthly cost budget: 5 US dollars, and your e-mail address. (Where the console says that you may not, ask who owns the account, and go on.)',
    ja: '「請求とコスト管理」›「予算」›「予算を作成」›「テンプレートを使用」›「月次コスト予算」: 5 米ドルと自分のメールアドレス（権限がないと表示されたら、アカウントの管理者に頼み、先へ進んでください）。',
    vi: 'Billing and Cost Management › Budgets › Create budget › Use a template › Monthly cost budget: 5 đô la Mỹ và địa chỉ e-mail của bạn. (Nếu console báo không có quyền, hãy nhờ chủ tài khoản, rồi cứ đi tiếp.)',
  },
  noBudget: {
    en: 'This account has no budget: nobody would be told if something forgotten cost money.',
    ja: 'このアカウントには予算がありません。消し忘れで料金がかかっても、知らせが届きません。',
    vi: 'Tài khoản này chưa có budget: nếu có thứ bị bỏ quên mà tốn tiền thì không ai được báo.',
  },
  noBudgetNext: {
    en: 'Billing and Cost Management › Budgets › Create budget › Monthly cost budget: 5 US dollars, and your e-mail address.',
    ja: '「請求とコスト管理」›「予算」›「予算を作成」›「月次コスト予算」: 5 米ドルと自分のメールアドレスを入力します。',
    vi: 'Billing and Cost Management › Budgets › Create budget › Monthly cost budget: 5 đô la Mỹ và địa chỉ e-mail của bạn.',
  },
  noAlarm: {
    en: 'There is a budget ({names}), but it tells nobody: it has no alert.',
    ja: '予算（{names}）はありますが、アラートがないため誰にも知らせが届きません。',
    vi: 'Đã có budget ({names}), nhưng chưa có cảnh báo nên không ai được báo.',
  },
  noAlarmNext: {
    en: 'Budgets › {name} › Edit › Configure alerts › Add an alert threshold: 80 % of the budgeted amount, and your e-mail address.',
    ja: '「予算」› {name} ›「編集」›「アラートを設定」›「アラートのしきい値を追加」: 予算額の 80 % と自分のメールアドレス。',
    vi: 'Budgets › {name} › Edit › Configure alerts › Add an alert threshold: 80% số tiền và địa chỉ e-mail của bạn.',
  },
  budgetByHand: {
    en: 'A budget alarm needs your e-mail address, so this step is left to you: Billing and Cost Management › Budgets › Create budget.',
    ja: '予算アラームにはあなたのメールアドレスが必要なので、このステップはご自身で行ってください:「請求とコスト管理」›「予算」›「予算を作成」。',
    vi: 'Cảnh báo chi tiêu cần địa chỉ e-mail của bạn nên bước này để bạn tự làm: Billing and Cost Management › Budgets › Create budget.',
  },

  quotaTitle: {
    en: 'Know how many runs the account allows at once',
    ja: '同時に実行できる数を知っておく',
    vi: 'Xem tài khoản cho phép bao nhiêu lượt chạy đồng thời',
  },
  quotaHint1: {
    en: 'Every run of a function at the same moment counts. Most accounts may have 1,000; new ones often begin with 10.',
    ja: '同じ瞬間に動いている関数の数には上限があります。通常は 1,000、新しいアカウントでは 10 から始まることがあります。',
    vi: 'Số lượt chạy hàm cùng một lúc có giới hạn. Thường là 1.000; tài khoản mới nhiều khi bắt đầu với 10.',
  },
  quotaAnswer: {
    en: 'aws lambda get-account-settings shows ConcurrentExecutions. Ten are enough for this course; more can be asked for under Service Quotas › AWS Lambda › Concurrent executions.',
    ja: 'aws lambda get-account-settings で ConcurrentExecutions がわかります。この講座には 10 で十分です。増やしたいときは Service Quotas › AWS Lambda › Concurrent executions から申請できます。',
    vi: 'aws lambda get-account-settings cho thấy ConcurrentExecutions. Với khoá học này, 10 là đủ; muốn thêm thì xin ở Service Quotas › AWS Lambda › Concurrent executions.',
  },
  fewAtOnce: {
    en: 'This account allows {found} runs at once, as new accounts do. It is enough for the course; a class that shares the account, or a load test, would meet 429 "Rate Exceeded".',
    ja: 'このアカウントで同時に実行できるのは {found} までです（新しいアカウントではよくあります）。講座には十分ですが、クラスで共用したり負荷試験をしたりすると 429 "Rate Exceeded" になります。',
    vi: 'Tài khoản này cho phép {found} lượt chạy đồng thời, như các tài khoản mới. Đủ cho khoá học; nhưng nếu cả lớp dùng chung hay thử tải thì sẽ gặp 429 "Rate Exceeded".',
  },
  manyAtOnce: {
    en: 'This account allows {found} runs at once, more than you will need.',
    ja: 'このアカウントでは同時に {found} まで実行できます。十分な数です。',
    vi: 'Tài khoản này cho phép {found} lượt chạy đồng thời, nhiều hơn mức bạn cần.',
  },
});
