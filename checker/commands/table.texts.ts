import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  lang: {
    en: 'the language of the output (default: your locale)',
    ja: '表示する言語（既定は環境のロケール）',
    vi: 'ngôn ngữ hiển thị (mặc định theo hệ thống của bạn)',
  },
  json: {
    en: 'print JSON for a program, and nothing else',
    ja: 'プログラム向けに JSON だけを出力する',
    vi: 'chỉ in JSON để chương trình khác đọc',
  },
  plain: {
    en: 'no spinner, no repaint, words besides signs; also ACCESSIBLE=1',
    ja: 'アニメーションや画面の書き換えをせず、記号に言葉を添える（ACCESSIBLE=1 でも同じ）',
    vi: 'không hiệu ứng, không vẽ lại, có chữ kèm ký hiệu; hoặc đặt ACCESSIBLE=1',
  },
  debug: {
    en: 'show the stack of an error',
    ja: 'エラーのスタックトレースを表示する',
    vi: 'hiện stack trace khi có lỗi',
  },
  helpOption: {
    en: 'show this help, or that of a command',
    ja: 'このヘルプ、またはコマンドのヘルプを表示する',
    vi: 'hiện trợ giúp này, hoặc của một lệnh',
  },
  versionOption: {
    en: 'show the version',
    ja: 'バージョンを表示する',
    vi: 'hiện phiên bản',
  },
  start: {
    en: 'open the lessons with their checks, and the sandbox, in the browser',
    ja: 'レッスンとチェックとサンドボックスを起動し、ブラウザーで開く',
    vi: 'mở bài học cùng phần kiểm tra và sandbox trong trình duyệt',
  },
  startPort: {
    en: 'its port (default 4321, or the next free one)',
    ja: 'ポート（既定は 4321、または次に空いている番号）',
    vi: 'cổng (mặc định 4321, hoặc cổng trống kế tiếp)',
  },
  startNoBuild: {
    en: 'show the pages of the last build as they are',
    ja: '前回作ったページをそのまま表示する',
    vi: 'dùng nguyên các trang đã tạo lần trước',
  },
  startNoOpen: { en: 'open no browser', ja: 'ブラウザーを開かない', vi: 'không mở trình duyệt' },
  list: {
    en: 'show labs, steps and progress',
    ja: 'ラボ、ステップ、進み具合を表示する',
    vi: 'hiện các lab, các bước và tiến độ',
  },
  check: {
    en: 'look at your work, and say what is right, what is not yet, and why',
    ja: 'できたところ、まだのところ、その理由を調べて示す',
    vi: 'xem bài làm: chỗ nào đúng, chỗ nào chưa, vì sao',
  },
  checkAll: {
    en: 'every lab (default: the one in progress)',
    ja: 'すべてのラボ（既定は進行中のもの）',
    vi: 'mọi lab (mặc định: lab đang làm)',
  },
  checkStep: {
    en: 'only this step, with what it needs',
    ja: 'このステップと、その前提だけ',
    vi: 'chỉ bước này, cùng những gì nó cần',
  },
  checkWatch: {
    en: 'look again and again until all is done',
    ja: '終わるまで繰り返し見る',
    vi: 'xem đi xem lại đến khi xong',
  },
  checkDetails: {
    en: 'open every step, not only the first open one',
    ja: 'すべてのステップの詳細を開く',
    vi: 'mở chi tiết mọi bước, không chỉ bước đầu tiên chưa xong',
  },
  checkReadOnly: {
    en: 'only read: call neither function nor API',
    ja: '読むだけにする（関数も API も呼ばない）',
    vi: 'chỉ đọc: không gọi hàm hay API',
  },
  checkNoWait: {
    en: 'do not wait for what AWS shows late',
    ja: 'AWS の反映の遅れを待たない',
    vi: 'không đợi những gì AWS hiện trễ',
  },
  api: {
    en: 'which API, where two have our name',
    ja: '同じ名前の API が 2 つあるとき、どちらか',
    vi: 'API nào, khi có hai API trùng tên',
  },
  hint: {
    en: 'show the next hint for a step; the last is the answer',
    ja: 'ステップの次のヒントを表示する（最後が答え）',
    vi: 'hiện gợi ý tiếp theo của một bước; gợi ý cuối là đáp án',
  },
  apply: {
    en: 'do a lab for you, with what earlier labs leave',
    ja: 'ラボを代わりに実行する（前のラボの分も含む）',
    vi: 'làm hộ một lab, kể cả phần các lab trước để lại',
  },
  applyStep: {
    en: 'only this step, with what it needs',
    ja: 'このステップと、その前提だけ',
    vi: 'chỉ bước này, cùng những gì nó cần',
  },
  applyThrough: {
    en: 'every step up to this one',
    ja: 'このステップまですべて',
    vi: 'mọi bước cho đến bước này',
  },
  applyRuntime: {
    en: 'the language of the code (default: python)',
    ja: 'コードの言語（既定は python）',
    vi: 'ngôn ngữ của mã (mặc định: python)',
  },
  applyYes: {
    en: 'on AWS, do it without asking',
    ja: 'AWS で確認なしに実行する',
    vi: 'trên AWS: làm luôn không hỏi',
  },
  use: {
    en: 'choose where to look: the sandbox, or your AWS account',
    ja: 'チェックの対象を選ぶ: サンドボックスか、自分の AWS アカウント',
    vi: 'chọn nơi thực hành: sandbox, hoặc tài khoản AWS của bạn',
  },
  useProfile: {
    en: 'the profile of your AWS configuration',
    ja: 'AWS の設定のプロファイル',
    vi: 'profile trong cấu hình AWS của bạn',
  },
  useRegion: { en: 'the region of the course', ja: '講座で使うリージョン', vi: 'region dùng cho khoá học' },
  usePrefix: {
    en: 'put before every name, where learners share an account',
    ja: 'アカウントを共有するとき、すべての名前の先頭に付ける',
    vi: 'đặt trước mọi tên, khi nhiều người dùng chung tài khoản',
  },
  useCalls: {
    en: 'checks may call your function and API',
    ja: 'チェックが関数と API を呼び出してよい',
    vi: 'cho phép gọi hàm và API khi kiểm tra',
  },
  useNoCalls: { en: 'checks only read', ja: 'チェックは読むだけにする', vi: 'kiểm tra chỉ đọc' },
  policy: {
    en: 'print the least-privilege IAM policy for one of the course’s roles',
    ja: '講座での役割ごとに、最小権限の IAM ポリシーを出力する',
    vi: 'in IAM policy với quyền tối thiểu cho từng vai trò của khoá học',
  },
  policyCalls: {
    en: 'checker: also run your function, and ask Translate (behaviour checks)',
    ja: 'checker: 関数の実行と Translate の呼び出しも許可する（動作の確認）',
    vi: 'checker: cho phép cả chạy hàm và gọi Translate (để kiểm tra hàm có chạy đúng)',
  },
  policyPart: {
    en: 'only this part, where IAM’s size limit asks for several',
    ja: 'IAM の文字数制限で分かれている場合に、この番号だけ',
    vi: 'chỉ phần này, khi giới hạn độ dài của IAM buộc phải chia',
  },
  policyTrust: {
    en: 'grader: print the role’s trust policy instead',
    ja: 'grader: ポリシーの代わりに、ロールの信頼ポリシーを出力する',
    vi: 'grader: in trust policy của role thay vì policy quyền',
  },
  sandbox: {
    en: 'run the sandbox, an AWS in the box',
    ja: 'サンドボックス（手元で動く AWS）を起動する',
    vi: 'chạy sandbox, một AWS ngay trên máy',
  },
  sandboxPort: {
    en: 'its port (default 4566, or the next free one)',
    ja: 'ポート（既定は 4566、または次に空いている番号）',
    vi: 'cổng (mặc định 4566, hoặc cổng trống kế tiếp)',
  },
  sandboxApiPort: {
    en: 'the port of the APIs you deploy',
    ja: 'デプロイした API のポート',
    vi: 'cổng của các API bạn deploy',
  },
  sandboxMemory: { en: 'keep nothing on disk', ja: 'ディスクに何も残さない', vi: 'không lưu gì xuống đĩa' },
  sandboxReset: {
    en: 'start over with an empty account',
    ja: '空のアカウントから始め直す',
    vi: 'bắt đầu lại với tài khoản trống',
  },
  sandboxOutbound: {
    en: 'let HTTP integrations of your APIs call out',
    ja: 'API の HTTP 統合から外部への呼び出しを許す',
    vi: 'cho phép HTTP integration của API gọi ra ngoài',
  },
  sandboxEnv: {
    en: 'print the variables of the running one, and exit',
    ja: '動いているサンドボックスの環境変数を表示して終わる',
    vi: 'in biến môi trường của sandbox đang chạy rồi thoát',
  },
  clean: {
    en: 'show what of the course stands here and what it costs; with --yes delete it',
    ja: '残っている講座のものと料金を表示する。--yes で削除する',
    vi: 'hiện những gì của khoá học còn ở đây và chi phí; thêm --yes để xoá',
  },
  cleanYes: {
    en: 'carry out the plan; on AWS the name of the account is asked for',
    ja: '計画を実行する（AWS ではアカウント名の入力を求める）',
    vi: 'thực hiện kế hoạch; trên AWS sẽ hỏi tên tài khoản',
  },
  cleanPlan: {
    en: 'carry out only the plan of that hash',
    ja: 'このハッシュの計画だけを実行する',
    vi: 'chỉ thực hiện kế hoạch có mã hash này',
  },
  cleanInclude: {
    en: 'take this too, though it is not proven to be the course’s; may be given more than once',
    ja: '講座のものと確かめられなくても、これも対象にする（複数回指定可）',
    vi: 'xoá cả mục này dù chưa chứng minh được là của khoá học; có thể dùng nhiều lần',
  },
  cleanQuiet: {
    en: 'how long to wait for late logs before the second look (60 on AWS, 0 in the sandbox)',
    ja: '2 回目の確認の前に、遅れて届くログを待つ秒数（AWS では 60、サンドボックスでは 0）',
    vi: 'đợi log đến muộn bao lâu trước lần xem thứ hai (60 trên AWS, 0 trong sandbox)',
  },
  leftovers: {
    en: 'show what still stands and what it costs if forgotten; reads only',
    ja: '残っているものと、忘れた場合の料金を表示する（読むだけ）',
    vi: 'hiện những gì còn lại và chi phí nếu quên; chỉ đọc',
  },
  leftoversAllRegions: {
    en: 'look into every region',
    ja: 'すべてのリージョンを見る',
    vi: 'xem mọi region',
  },
  submit: {
    en: 'without an AWS account: packs your sandbox into one file for your instructor',
    ja: 'AWS アカウントがない場合: サンドボックスの成果を講師に渡す 1 つのファイルにまとめる',
    vi: 'khi không có tài khoản AWS: gói sandbox thành một tệp để nộp cho giảng viên',
  },
  submitEmail: {
    en: 'who you are, as your instructor knows you: your e-mail address, or the id they gave you',
    ja: '講師に登録されているメールアドレス、または講師から伝えられた ID',
    vi: 'bạn là ai, đúng như giảng viên đã ghi: địa chỉ e-mail, hoặc ID họ đã cấp',
  },
  submitName: {
    en: 'your name, for the instructor to read',
    ja: '講師に見せる名前',
    vi: 'tên của bạn, để giảng viên đọc',
  },
  submitOut: {
    en: 'where to write it (default: your address, ending in .handson)',
    ja: '書き出し先（省略時はメールアドレスをもとにした名前の .handson ファイル）',
    vi: 'ghi vào đâu (mặc định: tên theo địa chỉ của bạn, đuôi .handson)',
  },
  class: {
    en: 'for instructors: make a class, add learners, set its rules and decide of one learner',
    ja: '講師向け: クラスを作り、受講者を追加し、規則や受講者ごとの判断を決める',
    vi: 'cho giảng viên: tạo lớp, thêm học viên, đặt quy định và quyết định cho từng người',
  },
  classReason: {
    en: 'why; it stands in the class’s history',
    ja: '理由（クラスの履歴に残る）',
    vi: 'lý do; được ghi vào lịch sử của lớp',
  },
  classUntil: {
    en: 'extend: until when, as 2026-12-05T18:00 in the class’s time zone',
    ja: 'extend: いつまでか（クラスのタイムゾーンで 2026-12-05T18:00 のように）',
    vi: 'extend: đến khi nào, dạng 2026-12-05T18:00 theo múi giờ của lớp',
  },
  classPoints: {
    en: 'override: how many; set: LAB/STEP=N, or LAB=N for a lab as a whole, or =default',
    ja: 'override: 何点か。set: LAB/STEP=N、ラボ全体なら LAB=N、元に戻すなら =default',
    vi: 'override: bao nhiêu điểm; set: LAB/STEP=N, cả lab thì LAB=N, hoặc =default',
  },
  classLift: {
    en: 'extend, exempt, override: take back what was decided',
    ja: 'extend・exempt・override: 前の決定を取り消す',
    vi: 'extend, exempt, override: rút lại quyết định trước',
  },
  classTimeZone: {
    en: 'set: where the class reads its clock, as Asia/Tokyo',
    ja: 'set: クラスのタイムゾーン（Asia/Tokyo など）',
    vi: 'set: múi giờ của lớp, ví dụ Asia/Tokyo',
  },
  classDeadline: {
    en: 'set: LAB=2026-12-01T18:00, all=… for every other lab, =none for no deadline',
    ja: 'set: LAB=2026-12-01T18:00。残りのラボすべては all=…、なくすには =none',
    vi: 'set: LAB=2026-12-01T18:00, all=… cho mọi lab còn lại, =none để bỏ hạn',
  },
  classLate: {
    en: 'set: what a late step loses a day, and at most, in percent, as 10,50; none: late does not count',
    ja: 'set: 遅れたステップから引く 1 日あたりと上限のパーセント（10,50 など）。none なら数えない',
    vi: 'set: bước trễ bị trừ mỗi ngày và tối đa bao nhiêu phần trăm, ví dụ 10,50; none: trễ là không tính',
  },
  classCleaned: {
    en: 'set: points for an account where nothing of the course is left',
    ja: 'set: 講座のものが残っていないアカウントへの点',
    vi: 'set: điểm cho tài khoản không còn gì của khoá học',
  },
  classRegion: {
    en: 'move: the region of the new account (default: as before)',
    ja: 'move: 新しいアカウントのリージョン（既定は今までと同じ）',
    vi: 'move: region của tài khoản mới (mặc định như cũ)',
  },
  classPrefix: {
    en: 'move: the prefix in the new account (default: as before)',
    ja: 'move: 新しいアカウントでのプレフィックス（既定は今までと同じ）',
    vi: 'move: tiền tố trong tài khoản mới (mặc định như cũ)',
  },
  classYes: { en: 'forget: do not ask', ja: 'forget: 確認せずに消す', vi: 'forget: không hỏi lại' },
  classClass: {
    en: 'which class, where there is more than one',
    ja: 'クラスが複数あるとき、どのクラスか',
    vi: 'lớp nào, khi có nhiều lớp',
  },
  grade: {
    en: 'for instructors: see where each learner stands, through their read-only roles',
    ja: '講師向け: 読み取り専用ロールを通して、受講者それぞれの進み具合を見る',
    vi: 'cho giảng viên: xem mỗi học viên đã làm đến đâu, qua role chỉ đọc của họ',
  },
  gradeLabs: {
    en: 'only these labs, separated by commas',
    ja: 'このラボだけを見る（カンマ区切り）',
    vi: 'chỉ những lab này, cách nhau bằng dấu phẩy',
  },
  gradeLearner: {
    en: 'only this learner (id, name or e-mail address); may be given more than once',
    ja: 'この受講者だけを見る（ID・名前・メールアドレス。複数回指定可）',
    vi: 'chỉ học viên này (ID, tên hoặc e-mail); có thể dùng nhiều lần',
  },
  gradeResume: {
    en: 'go on with the run that was stopped',
    ja: '止まった実行の続きから始める',
    vi: 'tiếp tục lần chạy đã dừng',
  },
  gradeConcurrency: {
    en: 'how many accounts are read at once (default 16)',
    ja: '同時に読むアカウントの数（既定は 16）',
    vi: 'đọc bao nhiêu tài khoản cùng lúc (mặc định 16)',
  },
  gradeSubmissions: {
    en: 'look at the files that learners without an account have handed in (handson submit)',
    ja: 'アカウントのない受講者が提出したファイル（handson submit）を採点する',
    vi: 'chấm các tệp do học viên không có tài khoản nộp (handson submit)',
  },
  gradeRunCode: {
    en: 'with --submissions: run learners’ code too, shut in (Linux)',
    ja: '--submissions とともに: 受講者のコードも隔離して実行する（Linux）',
    vi: 'cùng --submissions: chạy cả mã của học viên trong môi trường cách ly (Linux)',
  },
  gradeReceived: {
    en: 'with --submissions: when you received them, for deadlines (local time of the class; default: now)',
    ja: '--submissions とともに: 締め切りの判定に使う受領日時（クラスの現地時刻、省略時は現在）',
    vi: '--submissions: lúc bạn nhận bài, để xét hạn nộp (giờ địa phương của lớp; mặc định: bây giờ)',
  },
  gradeLast: {
    en: 'look at no account: tell the class as it was seen last',
    ja: 'アカウントを見ずに、クラスの最新の状況を表示・書き出しする',
    vi: 'không xem tài khoản nào: cho biết lớp theo lần thấy gần nhất',
  },
  gradeRun: {
    en: 'look at no account: tell this one run',
    ja: 'アカウントを見ずに、指定した回の結果を表示・書き出しする',
    vi: 'không xem tài khoản nào: cho biết một lần chạy này',
  },
  gradeShow: {
    en: 'look at no account: all that was ever seen of one learner, and decided',
    ja: 'アカウントを見ずに、受講者 1 人の履歴と講師の判断を表示する',
    vi: 'không xem tài khoản nào: mọi điều đã thấy và đã quyết định về một học viên',
  },
  gradeHtml: {
    en: 'write a report into this folder: the class, and a page for each learner',
    ja: 'このフォルダーにレポートを書き出す（クラス全体と受講者ごとのページ）',
    vi: 'ghi báo cáo vào thư mục này: cả lớp và mỗi học viên một trang',
  },
  gradeCsvFor: {
    en: 'what --csv is for: the columns that Moodle or Canvas imports',
    ja: '--csv の形式: Moodle または Canvas が取り込める列にする',
    vi: '--csv dành cho đâu: các cột mà Moodle hoặc Canvas nhập được',
  },
  gradeJunit: {
    en: 'write the results to this file as JUnit XML',
    ja: '結果をこのファイルに JUnit XML で書き出す',
    vi: 'ghi kết quả vào tệp này dạng JUnit XML',
  },
  gradeMarkdown: {
    en: 'write a short report to this file, as a comment in Markdown',
    ja: '短いレポートをこのファイルに Markdown で書き出す（コメント用）',
    vi: 'ghi báo cáo ngắn vào tệp này dạng Markdown để đăng bình luận',
  },
  gradeChase: {
    en: 'write to this file whom to chase, for mail merge: why, and what to say in their language',
    ja: '連絡が必要な受講者をこのファイルに書き出す（差し込みメール用。理由と、本人の言語の文面つき）',
    vi: 'ghi vào tệp này ai cần nhắc, để trộn thư: vì sao, và lời nhắn bằng ngôn ngữ của họ',
  },
  gradeCsv: {
    en: 'write the results to this file as CSV',
    ja: '結果をこのファイルに CSV で書き出す',
    vi: 'ghi kết quả vào tệp này dạng CSV',
  },
  gradeWatch: {
    en: 'look at the class again and again, every so many seconds, until Ctrl-C',
    ja: 'Ctrl-C で止めるまで、指定した秒数ごとにクラスを確認し続ける',
    vi: 'cứ sau bấy nhiêu giây lại xem lớp một lượt, cho đến khi nhấn Ctrl-C',
  },
  gradeServe: {
    en: 'with --watch: show the class live on a page of this computer',
    ja: '--watch と一緒に: クラスの状況をこのコンピューターのページに表示し続ける',
    vi: 'cùng --watch: hiện lớp trực tiếp trên một trang của máy này',
  },
  gradeInitials: {
    en: 'show initials instead of names',
    ja: '氏名の代わりにイニシャルを表示する',
    vi: 'hiện chữ cái đầu thay cho tên',
  },
  doctor: {
    en: 'look whether this computer is ready, and say what to do if not',
    ja: 'このコンピューターの準備ができているかを調べ、足りないものの直し方を示す',
    vi: 'xem máy này đã sẵn sàng chưa, nếu chưa thì chỉ cách sửa',
  },
  doctorWelcome: {
    en: 'begin with what is here and where to start; exit 0',
    ja: '最初に何があるか、どこから始めるかを示す（終了コードは 0）',
    vi: 'trước hết cho biết ở đây có gì và bắt đầu từ đâu; thoát với mã 0',
  },
  help: {
    en: 'show all commands, or one in full',
    ja: 'すべてのコマンド、または 1 つのコマンドの詳しい説明を表示する',
    vi: 'hiện mọi lệnh, hoặc chi tiết một lệnh',
  },
  version: {
    en: 'show the version',
    ja: 'バージョンを表示する',
    vi: 'hiện phiên bản',
  },
});
