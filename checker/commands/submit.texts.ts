import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  aws: {
    en: 'you work in an AWS account, and there is nothing to hand in: your instructor looks through the role that you made as their letter says. To hand in work done in the sandbox: handson use sandbox',
    ja: 'AWS アカウントで作業しているため、提出するファイルはありません。講師は、案内に従って作ったロールを通して確認します。サンドボックスでの成果を提出するには: handson use sandbox',
    vi: 'bạn đang làm trong tài khoản AWS nên không cần nộp gì: giảng viên xem bài qua role mà bạn đã tạo theo hướng dẫn của họ. Để nộp bài làm trong sandbox: handson use sandbox',
  },
  whoAreYou: {
    en: 'say who you are, as your instructor knows you: handson submit --email YOU@EXAMPLE.COM',
    ja: '講師に登録されているメールアドレスを指定してください: handson submit --email YOU@EXAMPLE.COM',
    vi: 'hãy cho biết bạn là ai, đúng như giảng viên đã ghi: handson submit --email YOU@EXAMPLE.COM',
  },
  badWho: {
    en: '"{word}" cannot be a name or an address: 200 characters at most, on one line',
    ja: '「{word}」は名前やアドレスとして使えません。改行なしで 200 文字までです',
    vi: '"{word}" không dùng làm tên hay địa chỉ được: tối đa 200 ký tự, trên một dòng',
  },
  sandboxProblem: {
    en: 'the sandbox could not be opened: {reason}',
    ja: 'サンドボックスを開けませんでした: {reason}',
    vi: 'không mở được sandbox: {reason}',
  },
  tooLarge: {
    en: 'your sandbox holds more than can be handed in ({size} where {most} is the most), so nothing was written. Take away what is not of the course, large rows or libraries in your function for example, and try again',
    ja: 'サンドボックスの中身が提出できる大きさを超えています（{size}、上限 {most}）。何も書き出していません。講座と関係のないもの（大きな行や、関数に入れたライブラリなど）を消してから、もう一度実行してください',
    vi: 'sandbox của bạn chứa nhiều hơn mức nộp được ({size}, tối đa {most}) nên chưa ghi gì. Hãy bỏ những gì không thuộc khoá học, chẳng hạn các dòng quá lớn hay thư viện trong hàm, rồi thử lại',
  },
  much: { en: 'far too much', ja: '大きすぎます', vi: 'quá nhiều' },
  secret: {
    en: 'something that looks secret would have gone along, so nothing was written. Take it out, then submit again:',
    ja: '秘密の値らしいものが含まれてしまうため、何も書き出していません。取り除いてから、もう一度提出してください:',
    vi: 'có thứ trông như thông tin bí mật sẽ bị gửi theo nên chưa ghi gì. Hãy bỏ nó ra rồi nộp lại:',
  },
  secretAt: { en: '  {name}, in {place}', ja: '  {name}（{place}）', vi: '  {name}, ở {place}' },
  inTheWay: {
    en: '{file} is there already and is no submission, so it was not replaced. Choose another name: --out FILE',
    ja: '{file} はすでにあり、提出用ファイルではないため上書きしませんでした。別の名前を指定してください: --out FILE',
    vi: '{file} đã có và không phải bài nộp nên không bị ghi đè. Hãy chọn tên khác: --out FILE',
  },
  unwritable: {
    en: '{file} cannot be written: {reason}',
    ja: '{file} に書き込めません: {reason}',
    vi: 'không ghi được {file}: {reason}',
  },
  goesIn: {
    en: 'This goes into the file, and nothing else:',
    ja: 'ファイルに入るのは次のものだけです:',
    vi: 'Chỉ những thứ sau được đưa vào tệp:',
  },
  who: { en: '  who you are: {who}', ja: '  あなたの情報: {who}', vi: '  bạn là ai: {who}' },
  world: {
    en: '  {records} records of your sandbox: {services}',
    ja: '  サンドボックスの記録 {records} 件: {services}',
    vi: '  {records} bản ghi của sandbox: {services}',
  },
  code: {
    en: '  among them your functions with their code, what they logged (long lines cut), and the rows of your history table',
    ja: '  関数とそのコード、出力したログ（長い行は途中まで）、履歴テーブルの行も含みます',
    vi: '  trong đó có các hàm kèm mã, log chúng đã ghi (dòng dài bị cắt) và các dòng trong bảng lịch sử',
  },
  variables: {
    en: '  environment variables, with their values, of: {functions}',
    ja: '  環境変数とその値（関数: {functions}）',
    vi: '  biến môi trường kèm giá trị của: {functions}',
  },
  results: {
    en: '  steps that your own checks saw pass, {steps} in all: when, and whether you did them or they were done for you ({provided})',
    ja: '  自分の環境で合格を確認した {steps} ステップ: 日時と、自分で行ったか代わりに実行されたか（{provided} 件）',
    vi: '  {steps} bước mà máy bạn đã thấy đạt: lúc nào, và do bạn làm hay được làm hộ ({provided})',
  },
  size: { en: '  all in all {kilobytes} kB', ja: '  合計 {kilobytes} kB', vi: '  tổng cộng {kilobytes} kB' },
  notIn: {
    en: 'Not in it: keys, tokens and secrets, hints, e-mail addresses of alarms, paths of this computer.',
    ja: '入らないもの: キー・トークン・秘密の値、見たヒント、アラームのメールアドレス、このコンピューターのパス。',
    vi: 'Không có trong tệp: access key, token, thông tin bí mật, gợi ý đã xem, địa chỉ e-mail của cảnh báo, đường dẫn trên máy này.',
  },
  empty: {
    en: 'Nothing of the course stands in your sandbox. If you have cleaned it already: hand in before you clean.',
    ja: 'サンドボックスに講座のものが何もありません。片付け（clean）は、提出したあとで行ってください。',
    vi: 'Trong sandbox không có gì của khoá học. Nếu đã dọn rồi: hãy nộp bài trước khi dọn.',
  },
  written: {
    en: 'Written: {file} ({bytes} bytes). Send it to your instructor. Its digest {digest} shows that it arrived whole; it proves nothing else.',
    ja: '{file} に書き出しました（{bytes} バイト）。講師に送ってください。ダイジェスト {digest} でわかるのは、壊れずに届いたことだけです。',
    vi: 'Đã ghi: {file} ({bytes} byte). Hãy gửi cho giảng viên. Mã băm {digest} chỉ cho thấy tệp đến nơi nguyên vẹn, không chứng minh điều gì khác.',
  },
});
