import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'Lambda calls Amazon Translate',
    ja: 'Lambda から Amazon Translate を呼び出す',
    vi: 'Lambda gọi Amazon Translate',
  },
  cost: {
    en: 'About 0.02 US dollars at list price for 50 translations (as of November 2026).',
    ja: '50 回の翻訳で、定価で約 0.02 米ドル（2026 年 11 月時点）。',
    vi: 'Khoảng 0,02 đô la Mỹ theo giá niêm yết cho 50 lần dịch (tính đến tháng 11/2026).',
  },

  roleTitle: {
    en: 'Let the function’s role use Translate',
    ja: '実行ロールに Translate の利用を許可する',
    vi: 'Cho role của hàm được dùng Translate',
  },
  roleHint1: {
    en: 'The function calls Translate as its role, so it is the role that needs the permission, not you.',
    ja: '関数は実行ロールとして Translate を呼びます。許可が必要なのは、あなたではなくロールです。',
    vi: 'Hàm gọi Translate với tư cách role của nó, nên chính role cần quyền chứ không phải bạn.',
  },
  roleHint2: {
    en: 'Configuration › Permissions › open the role in IAM › Add permissions.',
    ja: '「設定」›「アクセス権限」› ロール名をクリックして IAM を開く ›「許可を追加」。',
    vi: 'Configuration › Permissions › mở role trong IAM › Add permissions.',
  },
  roleAnswer: {
    en: 'Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"}]}. (The original attaches TranslateFullAccess: it works, and allows far more.)',
    ja: '「インラインポリシーを作成」› JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"}]}（元の講座は TranslateFullAccess を付けます。動きますが、必要以上に広い権限です）。',
    vi: 'Create inline policy › JSON: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"translate:TranslateText","Resource":"*"}]}. (Bản gốc gắn TranslateFullAccess: vẫn chạy, nhưng cho phép rộng hơn nhiều.)',
  },

  codeTitle: {
    en: 'Translate おはよう, answer as JSON, deploy',
    ja: '「おはよう」を翻訳し、JSON で返してデプロイする',
    vi: 'Dịch おはよう, trả về JSON, rồi deploy',
  },
  codeHint1: {
    en: 'The SDK has a client for Translate: boto3.client("translate") in Python, @aws-sdk/client-translate in Node.js. Both are there already.',
    ja: 'SDK に Translate 用のクライアントがあります。Python は boto3.client("translate")、Node.js は @aws-sdk/client-translate。どちらも最初から使えます。',
    vi: 'SDK có client cho Translate: boto3.client("translate") với Python, @aws-sdk/client-translate với Node.js. Cả hai đều đã có sẵn.',
  },
  codeHint2: {
    en: 'translate_text takes Text, SourceLanguageCode "ja" and TargetLanguageCode "en"; the answer is in TranslatedText. Put it into body as JSON text.',
    ja: 'translate_text に Text、SourceLanguageCode "ja"、TargetLanguageCode "en" を渡すと、結果は TranslatedText に入ります。それを JSON 文字列にして body に入れます。',
    vi: 'translate_text nhận Text, SourceLanguageCode "ja" và TargetLanguageCode "en"; kết quả ở TranslatedText. Đưa vào body dưới dạng chuỗi JSON.',
  },
  codeAnswer: {
    en: 'The whole code: labs/02-call-translate/solution. Paste it, press Deploy. Or: handson apply call-translate',
    ja: 'コード全体は labs/02-call-translate/solution にあります。貼り付けて「Deploy」。または: handson apply call-translate',
    vi: 'Toàn bộ mã ở labs/02-call-translate/solution. Dán vào, bấm Deploy. Hoặc: handson apply call-translate',
  },
  notTranslated: {
    en: 'The function runs, but its answer holds no output_text: it looks like the code from before.',
    ja: '関数は動きますが、応答に output_text がありません。前のコードのままのようです。',
    vi: 'Hàm chạy được, nhưng câu trả lời không có output_text: có vẻ vẫn là mã cũ.',
  },
  notTranslatedNext: {
    en: 'Replace the code, press Deploy (saving alone changes nothing), and look again.',
    ja: 'コードを置き換えて「Deploy」を押し（保存だけでは変わりません）、もう一度チェックしてください。',
    vi: 'Thay mã, bấm Deploy (chỉ lưu thì không có gì đổi), rồi kiểm tra lại.',
  },
  statusWrong: {
    en: 'The answer has statusCode {found}, not 200.',
    ja: '応答の statusCode が 200 ではなく {found} です。',
    vi: 'Câu trả lời có statusCode {found} chứ không phải 200.',
  },
  notEnglish: {
    en: 'output_text is "{found}", which is no English translation.',
    ja: 'output_text が「{found}」で、英語に翻訳されていません。',
    vi: 'output_text là "{found}", chưa phải bản dịch tiếng Anh.',
  },
  shapeNext: {
    en: 'Return {"statusCode": 200, "body": json.dumps({"output_text": …})}: body is text, so the JSON is written twice. Then Deploy.',
    ja: '{"statusCode": 200, "body": json.dumps({"output_text": …})} を返してください。body は文字列なので、中身も JSON の文字列にします。そのあと「Deploy」を押してください。',
    vi: 'Trả về {"statusCode": 200, "body": json.dumps({"output_text": …})}: body là chuỗi nên JSON phải được chuyển thành chuỗi thêm một lần. Rồi bấm Deploy.',
  },

  testedTitle: { en: 'Test it yourself', ja: '自分でテストする', vi: 'Tự mình chạy thử' },
  testedHint1: {
    en: 'Before you press Test: what will come back? Then look.',
    ja: '「テスト」を押す前に、何が返るか予想してみましょう。',
    vi: 'Trước khi bấm Test, hãy đoán: kết quả sẽ là gì? Rồi mới xem.',
  },
  testedAnswer: {
    en: 'Test, with the event of lab 1. Expected: {"statusCode": 200, "body": "{\\"output_text\\": \\"Good morning\\"}"}, or in other words.',
    ja: 'ラボ 1 のイベントで「テスト」。期待される応答: {"statusCode": 200, "body": "{\\"output_text\\": \\"Good morning\\"}"}（訳語は変わることがあります）。',
    vi: 'Bấm Test với event của lab 1. Kết quả mong đợi: {"statusCode": 200, "body": "{\\"output_text\\": \\"Good morning\\"}"}, hoặc một cách nói khác.',
  },
});
