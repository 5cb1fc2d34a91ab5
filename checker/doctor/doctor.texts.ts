import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  pythonMissing: {
    en: 'Needed only to run Python functions in the sandbox; Node.js functions run without it.',
    ja: 'サンドボックスで Python の関数を動かすときだけ必要です。Node.js の関数は、なくても動きます。',
    vi: 'Chỉ cần khi chạy hàm Python trong sandbox; hàm Node.js chạy được mà không cần nó.',
  },
  pythonBroken: {
    en: 'Python answers, but not as Python 3.8 or newer.',
    ja: 'Python は応答しましたが、3.8 以降ではありません。',
    vi: 'Python có trả lời, nhưng không phải bản 3.8 trở lên.',
  },
  boto3Missing: {
    en: 'Python functions that call AWS use boto3 (from lab 2 on).',
    ja: 'AWS を呼び出す Python の関数は boto3 を使います（ラボ 2 から）。',
    vi: 'Hàm Python gọi AWS cần đến boto3 (từ lab 2).',
  },
  awsMissing: {
    en: 'Needed only if you follow the "AWS CLI" way of the lessons.',
    ja: 'レッスンを「AWS CLI」の手順で進めるときだけ必要です。',
    vi: 'Chỉ cần khi bạn học theo cách "AWS CLI".',
  },
  awsBroken: {
    en: 'The aws command is there, but does not tell its version.',
    ja: 'aws コマンドはありますが、バージョンを答えません。',
    vi: 'Có lệnh aws nhưng nó không cho biết phiên bản.',
  },
  awsOld: {
    en: 'Good for the labs. "aws login", the way in without keys, needs 2.32 or newer.',
    ja: 'ラボには十分です。アクセスキーなしでサインインできる「aws login」には 2.32 以降が必要です。',
    vi: 'Đủ dùng cho các lab. Riêng "aws login" (đăng nhập không cần access key) cần bản 2.32 trở lên.',
  },
  credentialsMissing: {
    en: 'Not needed for the sandbox. For your own account, sign in first.',
    ja: 'サンドボックスには不要です。自分のアカウントを使う場合は、先にサインインしてください。',
    vi: 'Sandbox không cần. Nếu dùng tài khoản riêng, hãy đăng nhập trước.',
  },
  credentialsUnreadable: {
    en: 'The file {file} cannot be read ({reason}).',
    ja: 'ファイル {file} を読めません（{reason}）。',
    vi: 'Không đọc được tệp {file} ({reason}).',
  },
  credentialsExpired: {
    en: 'The credentials of this terminal have expired.',
    ja: 'このターミナルの認証情報は期限切れです。',
    vi: 'Thông tin đăng nhập của cửa sổ dòng lệnh này đã hết hạn.',
  },
  credentialsRefused: {
    en: 'AWS does not accept these credentials ({reason}).',
    ja: 'AWS がこの認証情報を受け付けません（{reason}）。',
    vi: 'AWS không chấp nhận thông tin đăng nhập này ({reason}).',
  },
  credentialsUnreached: {
    en: 'AWS could not be reached to try them ({reason}).',
    ja: '認証情報を確かめようとしましたが、AWS につながりませんでした（{reason}）。',
    vi: 'Không kết nối được tới AWS để thử ({reason}).',
  },
  regionMissing: {
    en: 'No region is set. The course uses the one you choose with "handson use aws --region".',
    ja: 'リージョンが設定されていません。講座では「handson use aws --region」で選んだものを使います。',
    vi: 'Chưa chọn region. Khoá học dùng region bạn chọn bằng "handson use aws --region".',
  },
  clockOff: {
    en: 'This clock is {minutes} minutes off; AWS refuses calls from five minutes on.',
    ja: 'この時計は {minutes} 分ずれています。5 分以上ずれると AWS は呼び出しを拒否します。',
    vi: 'Đồng hồ máy lệch {minutes} phút; lệch từ 5 phút trở lên AWS sẽ từ chối.',
  },
  clockUnknown: {
    en: 'Compared with AWS once there are credentials.',
    ja: '認証情報があれば AWS の時刻と比べます。',
    vi: 'Sẽ được so với giờ của AWS khi có thông tin đăng nhập.',
  },
  browserMissing: {
    en: 'Lessons are read in a browser.',
    ja: 'レッスンはブラウザーで読みます。',
    vi: 'Bài học được đọc trong trình duyệt.',
  },
});
