import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
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
    en: '{file} has faults ({problems}), so nothing was changed:',
    ja: '{file} に {problems} 個の誤りがあるため、何も変更していません:',
    vi: '{file} có {problems} lỗi nên không thay đổi gì:',
  },
  problem: {
    en: '{file}:{line}: {fault} "{found}"',
    ja: '{file}:{line}: {fault}:「{found}」',
    vi: '{file}:{line}: {fault} "{found}"',
  },
  consent: {
    en: 'Your instructor (account {instructor}) asks for a role to look at your labs. In every region it can read: the settings of the functions in this account, with their environment variables but without their code; who may call your course function, and its log; your REST APIs; the rows of your course table, with the texts you translated; the names of tables and log groups; which policies your roles have and what they allow; your budgets; and your account’s Lambda limits. It can change nothing and run nothing, and it reads no API key and no access key. It opens for your instructor’s account alone, and only with the id that was made for you. What your instructor saw is kept with the class, and is removed when you ask for it. Each look shows in your CloudTrail, and you can remove the role at any time.',
    ja: '講師（アカウント {instructor}）が、ラボの内容を見るためのロールの作成をお願いしています。読めるのは、すべてのリージョンの次のものです。このアカウントの関数の設定（環境変数を含み、コードは除く）。講座の関数の呼び出し許可とログ。REST API。講座のテーブルの行（翻訳した文章を含む）。テーブルとロググループの名前。各ロールに付いたポリシーとその許可内容。予算。アカウントの Lambda の上限。何も変更せず、何も実行せず、API キーもアクセスキーも読みません。使えるのは講師のアカウントだけで、あなた専用の ID が必要です。見た内容はクラスの記録に残り、申し出があれば消します。参照は毎回 CloudTrail に残り、ロールはいつでも削除できます。',
    vi: 'Giảng viên của bạn (tài khoản {instructor}) xin một role để xem bài lab. Ở mọi region, role đọc được: cấu hình các hàm trong tài khoản này, gồm biến môi trường nhưng không gồm mã nguồn; ai được gọi hàm của khoá học, và log của hàm; các REST API của bạn; các dòng trong bảng của khoá học, gồm cả văn bản bạn đã dịch; tên các bảng và log group; policy gắn với các role và những gì chúng cho phép; các budget; và giới hạn Lambda của tài khoản. Role không thay đổi, không chạy gì, và không đọc API key hay access key. Chỉ tài khoản của giảng viên mở được, và phải có đúng ID tạo riêng cho bạn. Những gì giảng viên đã xem được lưu cùng lớp và sẽ xoá khi bạn yêu cầu. Mỗi lần xem đều có trong CloudTrail của bạn, và bạn có thể xoá role bất cứ lúc nào.',
  },
  handIn: {
    en: 'You work in the sandbox, which needs no AWS account. When you are done, and before you clean up, the second command packs your work into one file; it shows what goes in. Send that file to your instructor.',
    ja: 'AWS アカウントの要らないサンドボックスで進めます。終わったら、片付けの前に 2 つ目のコマンドを実行してください。何が入るかを表示したうえで、成果が 1 つのファイルにまとまります。そのファイルを講師に送ってください。',
    vi: 'Bạn làm trong sandbox, không cần tài khoản AWS. Khi làm xong và trước khi dọn dẹp, lệnh thứ hai gói bài của bạn thành một tệp và cho biết tệp gồm những gì. Hãy gửi tệp đó cho giảng viên.',
  },
  click: {
    en: 'By clicking: in CloudFormation create a stack from this template, and at the end tick that it may make an IAM role with a name of its own: {template}',
    ja: '画面で行う場合: CloudFormation でこのテンプレートからスタックを作成し、最後に「カスタム名のついた IAM リソース」の作成を承認します: {template}',
    vi: 'Bằng giao diện: trong CloudFormation, tạo stack từ template này và ở bước cuối đánh dấu đồng ý tạo tài nguyên IAM có tên riêng: {template}',
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
    ja: '安全: 正しい外部 ID でだけ引き受けられます',
    vi: 'an toàn: chỉ mở được với đúng external ID',
  },
  unsafe: {
    en: 'UNSAFE: it opens without its external id, so it is not used',
    ja: '危険: 外部 ID なしでも引き受けられるため、使いません',
    vi: 'KHÔNG AN TOÀN: mở được mà không cần đúng external ID, nên không được dùng',
  },
  unsafeNext: {
    en: 'The learner makes it again from their template (delete the role first); then: handson class verify {id}',
    ja: '受講者がロールを削除し、テンプレートから作り直します。その後: handson class verify {id}',
    vi: 'Học viên xoá role rồi tạo lại từ template; sau đó: handson class verify {id}',
  },
  closed: {
    en: 'closed: the role is not there, or trusts another account or external id',
    ja: '引き受けられません: ロールがないか、別のアカウントまたは外部 ID を信頼しています',
    vi: 'không mở được: chưa có role, hoặc role tin cậy một tài khoản hay external ID khác',
  },
  closedNext: {
    en: 'What they must do once is printed by: handson class letter {id}. Then: handson class verify {id}',
    ja: '受講者に渡す手順は handson class letter {id} で表示できます。その後: handson class verify {id}',
    vi: 'In lại việc học viên phải làm bằng: handson class letter {id}. Sau đó: handson class verify {id}',
  },
  unclear: {
    en: 'unclear: something stood in the way',
    ja: '不明: 確認できませんでした',
    vi: 'chưa rõ: có trở ngại khi thử',
  },
  nobodyToVerify: {
    en: 'Nobody of those has an account to look into: they work in the sandbox, or have withdrawn. Who is in the class: handson class show --class {name}',
    ja: 'アカウントを確認できる受講者がいません（サンドボックスで作業しているか、クラスを離れています）。一覧: handson class show --class {name}',
    vi: 'Không ai trong số đó có tài khoản để xem: họ làm trong sandbox hoặc đã rời lớp. Xem lớp: handson class show --class {name}',
  },
  verified: {
    en: '{safe} safe, {unsafe} unsafe, {closed} closed, {unclear} unclear.',
    ja: '安全 {safe} 人、危険 {unsafe} 人、引き受け不可 {closed} 人、不明 {unclear} 人。',
    vi: '{safe} an toàn, {unsafe} không an toàn, {closed} không mở được, {unclear} chưa rõ.',
  },
  ownTrouble: {
    en: 'your own credentials do not work, so nobody can be looked at: {reason}',
    ja: '講師自身の認証情報が使えないため、誰も確認できません: {reason}',
    vi: 'thông tin đăng nhập của chính bạn không dùng được nên không xem được ai: {reason}',
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
