import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  usage: {
    en: 'say one of: handson class init NAME, handson class add ROSTER.csv, handson class verify',
    ja: '次のどれかを指定してください: handson class init NAME、handson class add ROSTER.csv、handson class verify',
    vi: 'hãy dùng một trong các lệnh: handson class init NAME, handson class add ROSTER.csv, handson class verify',
  },
  badName: {
    en: '"{name}" is no name for a class: lower-case letters, digits and hyphens, 40 at most',
    ja: '「{name}」はクラス名に使えません。英小文字・数字・ハイフンで 40 文字までにしてください',
    vi: '"{name}" không dùng làm tên lớp được: chữ thường, chữ số và gạch nối, tối đa 40 ký tự',
  },
  already: {
    en: 'the class "{name}" is there already; nothing was changed',
    ja: 'クラス「{name}」はすでにあります。何も変更していません',
    vi: 'lớp "{name}" đã có; không thay đổi gì',
  },
  made: {
    en: 'Class {name} is made; account {account} will look. Next: handson class add ROSTER.csv (columns: name, account; if you like email, role, region, prefix, language)',
    ja: 'クラス {name} を作りました。確認に使うアカウントは {account} です。次は: handson class add ROSTER.csv（列: name, account。任意で email, role, region, prefix, language）',
    vi: 'Đã tạo lớp {name}; tài khoản {account} sẽ xem bài. Tiếp theo: handson class add ROSTER.csv (cột: name, account; tuỳ chọn email, role, region, prefix, language)',
  },
  added: {
    en: '{added} added, {all} in the class. Give each learner their part, then: handson class verify',
    ja: '{added} 人を追加し、クラスは {all} 人です。それぞれの手順を受講者に渡してから: handson class verify',
    vi: 'Đã thêm {added}, lớp có {all} người. Gửi cho mỗi học viên phần của họ, rồi chạy: handson class verify',
  },
  unreadable: {
    en: '{file} cannot be read: {reason}',
    ja: '{file} を読めません: {reason}',
    vi: 'không đọc được {file}: {reason}',
  },
  refused: {
    en: '{file} has {problems} faults, so nothing was changed:',
    ja: '{file} に {problems} 個の誤りがあるため、何も変更していません:',
    vi: '{file} có {problems} lỗi nên không thay đổi gì:',
  },
  problem: {
    en: '{file}:{line}: {fault} "{found}"',
    ja: '{file}:{line}: {fault}:「{found}」',
    vi: '{file}:{line}: {fault} "{found}"',
  },
  consent: {
    en: 'Your instructor (account {instructor}) asks for a role that reads what you build in the labs: your course function, its log, your APIs, the rows of your course table, which policies your roles have and what they allow, your budgets, and the names of functions, tables and log groups in this account. It changes nothing and runs nothing. Each look shows in your CloudTrail, and you can remove the role at any time.',
    ja: '講師（アカウント {instructor}）が、ラボで作ったものを読むためのロールの作成をお願いしています。読めるのは、講座の関数とそのログ、API、講座のテーブルの行、ロールに付いたポリシーとその許可内容、予算、このアカウントの関数・テーブル・ロググループの名前です。何も変更せず、何も実行しません。参照は毎回 CloudTrail に残り、ロールはいつでも削除できます。',
    vi: 'Giảng viên của bạn (tài khoản {instructor}) xin một role để đọc những gì bạn tạo trong lab: hàm của khoá học và log của nó, các API, các dòng trong bảng của khoá học, policy gắn với các role và những gì chúng cho phép, các budget, và tên các hàm, bảng, log group trong tài khoản này. Role này không thay đổi và không chạy gì. Mỗi lần xem đều có trong CloudTrail của bạn, và bạn có thể xoá role bất cứ lúc nào.',
  },
  handIn: {
    en: 'You work in the sandbox, which needs no AWS account. When you are done, and before you clean up, the second command packs your work into one file; it shows what goes in. Send that file to your instructor.',
    ja: 'AWS アカウントの要らないサンドボックスで進めます。終わったら、後片付けの前に 2 つ目のコマンドを実行してください。何が入るかを表示したうえで、成果が 1 つのファイルにまとまります。そのファイルを講師に送ってください。',
    vi: 'Bạn làm trong sandbox, không cần tài khoản AWS. Khi làm xong và trước khi dọn dẹp, lệnh thứ hai gói bài của bạn thành một tệp và cho biết tệp gồm những gì. Hãy gửi tệp đó cho giảng viên.',
  },
  click: {
    en: 'By clicking: in CloudFormation create a stack from this template: {template}',
    ja: '画面で行う場合: CloudFormation でこのテンプレートからスタックを作成します: {template}',
    vi: 'Bằng giao diện: trong CloudFormation, tạo stack từ template này: {template}',
  },
  type: {
    en: 'Or by typing, in CloudShell for example:',
    ja: 'コマンドで行う場合（CloudShell など）:',
    vi: 'Hoặc bằng lệnh, chẳng hạn trong CloudShell:',
  },
  remove: {
    en: 'After the course, as the last thing that you clean:',
    ja: '講座が終わったら、片付けの最後に、次のコマンドで削除します:',
    vi: 'Sau khoá học, dọn role này cuối cùng:',
  },
  safe: {
    en: 'safe: it opens with its external id alone',
    ja: '安全です（正しい外部 ID でだけ引き受けられます）',
    vi: 'an toàn: chỉ mở được với đúng external ID',
  },
  unsafe: {
    en: 'UNSAFE: it opens without its external id, so it is not used',
    ja: '危険です（外部 ID なしでも引き受けられるため、使いません）',
    vi: 'KHÔNG AN TOÀN: mở được mà không cần đúng external ID, nên không được dùng',
  },
  closed: {
    en: 'closed: the role is not there, or trusts another account or external id',
    ja: '引き受けられません（ロールがないか、別のアカウントまたは外部 ID を信頼しています）',
    vi: 'không mở được: chưa có role, hoặc role tin cậy một tài khoản hay external ID khác',
  },
  unclear: {
    en: 'unclear: something stood in the way; verify again',
    ja: '不明です（確認できませんでした。もう一度 verify を実行してください）',
    vi: 'chưa rõ: có trở ngại khi thử; hãy chạy lại handson class verify',
  },
  'too-large': { en: 'more than 10 MB', ja: '10 MB を超えています', vi: 'lớn hơn 10 MB' },
  empty: { en: 'no learner in it', ja: '受講者がいません', vi: 'không có học viên nào' },
  'not-utf8': {
    en: 'not UTF-8; save it as CSV UTF-8',
    ja: 'UTF-8 ではありません。CSV UTF-8 で保存してください',
    vi: 'không phải UTF-8; hãy lưu dạng CSV UTF-8',
  },
  'open-quote': { en: 'a quote is not closed', ja: '引用符が閉じていません', vi: 'dấu ngoặc kép chưa đóng' },
  'stray-quote': {
    en: 'text after a closing quote',
    ja: '閉じた引用符のあとに文字があります',
    vi: 'có chữ sau dấu ngoặc kép đóng',
  },
  columns: {
    en: 'not as many cells as the first line; found',
    ja: '1 行目と列の数が違います',
    vi: 'số ô khác với dòng đầu; ở đây có',
  },
  'missing-column': { en: 'this column is missing', ja: 'この列がありません', vi: 'thiếu cột này' },
  'unknown-column': { en: 'unknown column', ja: '知らない列です', vi: 'cột không hợp lệ' },
  'repeated-column': { en: 'the same column twice', ja: '同じ列が 2 つあります', vi: 'cột bị lặp' },
  name: {
    en: 'a name is missing or cannot be one',
    ja: '名前がないか、名前として使えません',
    vi: 'thiếu tên hoặc tên không hợp lệ',
  },
  account: {
    en: 'not an account id (12 digits)',
    ja: 'アカウント ID（12 桁）ではありません',
    vi: 'không phải ID tài khoản (12 chữ số)',
  },
  email: {
    en: 'without an account (sandbox) an e-mail address is needed; found',
    ja: 'アカウントなし（sandbox）の場合はメールアドレスが必要です',
    vi: 'không có tài khoản (sandbox) thì cần địa chỉ e-mail; có',
  },
  'role-without-account': {
    en: 'a role, where there is no account (sandbox)',
    ja: 'アカウントなし（sandbox）の行にロールがあります',
    vi: 'có role trong khi không có tài khoản (sandbox)',
  },
  role: { en: 'not the ARN of a role', ja: 'ロールの ARN ではありません', vi: 'không phải ARN của role' },
  'role-account': {
    en: 'a role of another account',
    ja: '別のアカウントのロールです',
    vi: 'role của tài khoản khác',
  },
  region: { en: 'not a region', ja: 'リージョンではありません', vi: 'không phải region' },
  prefix: { en: 'not a prefix', ja: 'プレフィックスとして使えません', vi: 'không phải tiền tố hợp lệ' },
  language: {
    en: 'a language that the course does not speak',
    ja: '講座が対応していない言語です',
    vi: 'ngôn ngữ mà khoá học chưa có',
  },
  repeated: {
    en: 'this account and prefix stand here twice',
    ja: 'このアカウントとプレフィックスが 2 回あります',
    vi: 'tài khoản và tiền tố này bị lặp',
  },
  'repeated-role': {
    en: 'this role belongs to somebody else already',
    ja: 'このロールはすでに別の人のものです',
    vi: 'role này đã thuộc về người khác',
  },
  'in-class': {
    en: 'is in the class with other facts',
    ja: '別の内容でクラスに登録されています',
    vi: 'đã có trong lớp với thông tin khác',
  },
});
