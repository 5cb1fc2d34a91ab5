import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  welcome: {
    en: 'Serverless Hands-on: a course in AWS serverless that you can do, not only read.',
    ja: 'Serverless Hands-on：読むだけでなく、手を動かして学ぶ AWS サーバーレス講座。',
    vi: 'Serverless Hands-on: khoá học AWS serverless để làm, không chỉ để đọc.',
  },
  here: { en: 'What you can do here:', ja: 'ここでできること:', vi: 'Ở đây bạn có thể:' },
  doDoctor: {
    en: 'look again whether this computer is ready',
    ja: 'このコンピューターの準備ができているかをもう一度調べる',
    vi: 'xem lại máy này đã sẵn sàng chưa',
  },
  doHelp: { en: 'show all commands', ja: 'すべてのコマンドを表示する', vi: 'hiện mọi lệnh' },
  doTest: {
    en: 'prove that everything in this folder works',
    ja: 'このフォルダーのすべてが動くことを確かめる',
    vi: 'chứng minh mọi thứ trong thư mục này đều chạy',
  },
  title: { en: 'This computer', ja: 'このコンピューター', vi: 'Máy này' },
  ok: { en: 'ok', ja: 'OK', vi: 'tốt' },
  missing: { en: 'missing', ja: 'なし', vi: 'chưa có' },
  broken: { en: 'broken', ja: '問題あり', vi: 'hỏng' },
  mend: { en: 'To mend it:', ja: '直すには:', vi: 'Cách sửa:' },
  node: { en: 'Node.js', ja: 'Node.js', vi: 'Node.js' },
  python: { en: 'Python 3', ja: 'Python 3', vi: 'Python 3' },
  boto3: { en: 'boto3 for Python', ja: 'Python 用の boto3', vi: 'boto3 cho Python' },
  aws: { en: 'aws command', ja: 'aws コマンド', vi: 'lệnh aws' },
  credentials: { en: 'AWS credentials', ja: 'AWS の認証情報', vi: 'thông tin đăng nhập AWS' },
  region: { en: 'AWS region', ja: 'AWS リージョン', vi: 'region AWS' },
  clock: { en: 'clock', ja: '時計', vi: 'đồng hồ' },
  browser: { en: 'browser', ja: 'ブラウザー', vi: 'trình duyệt' },
  verdictOk: {
    en: 'Everything is ready.',
    ja: '準備はすべて整っています。',
    vi: 'Mọi thứ đã sẵn sàng.',
  },
  verdictMissing: {
    en: 'Ready to begin. What is missing is needed only for what its line says.',
    ja: '始められます。足りないものは、その行に書かれた用途にだけ必要です。',
    vi: 'Có thể bắt đầu. Thứ nào còn thiếu thì chỉ cần cho việc ghi ở dòng của nó.',
  },
  verdictBroken: {
    en: 'Something is broken. The line below it says how to mend it.',
    ja: '問題のあるものがあります。直し方はその下の行にあります。',
    vi: 'Có thứ bị hỏng. Dòng bên dưới nó chỉ cách sửa.',
  },
});
