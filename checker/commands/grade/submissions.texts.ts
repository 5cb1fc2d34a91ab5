import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  notWith: {
    en: '{option} does not go with --submissions, which looks at every file of the folder anew',
    ja: '{option} は --submissions と一緒に使えません（フォルダーのファイルは毎回すべて確認します）',
    vi: '{option} không đi cùng --submissions: mọi tệp trong thư mục đều được xem lại từ đầu',
  },
  onlyWith: {
    en: '{option} goes with --submissions DIR only',
    ja: '{option} は --submissions DIR と一緒に使います',
    vi: '{option} chỉ dùng cùng --submissions DIR',
  },
  badReceived: {
    en: '--received takes a local time of the class, as 2026-12-01T18:00, not "{word}"',
    ja: '--received はクラスの現地時刻を 2026-12-01T18:00 の形で指定します（「{word}」は使えません）',
    vi: '--received nhận giờ địa phương của lớp, dạng 2026-12-01T18:00, không phải "{word}"',
  },
  noFolder: {
    en: '{folder} cannot be read as a folder: {reason}',
    ja: 'フォルダー {folder} を読めません: {reason}',
    vi: 'không đọc được thư mục {folder}: {reason}',
  },
  noFiles: {
    en: 'there is no file in {folder}',
    ja: '{folder} にファイルがありません',
    vi: 'không có tệp nào trong {folder}',
  },
  nobodyHandsIn: {
    en: 'nobody in the class hands in files. Learners without an account stand in the roster with sandbox as their account: handson class add ROSTER.csv',
    ja: 'クラスにファイルを提出する人がいません。アカウントのない受講者は、名簿の account 列を sandbox にして追加します: handson class add ROSTER.csv',
    vi: 'trong lớp không có ai nộp tệp. Học viên không có tài khoản được ghi sandbox ở cột account của danh sách: handson class add ROSTER.csv',
  },
  cannotRun: {
    en: 'learners’ code cannot be shut in on this machine ({reason}), so it was not run. Grade without --run-code, or on Linux',
    ja: 'このコンピューターでは受講者のコードを隔離できない（{reason}）ため、実行しませんでした。--run-code を外すか、Linux で採点してください',
    vi: 'máy này không cách ly được mã của học viên ({reason}) nên không chạy. Hãy chấm mà không dùng --run-code, hoặc chấm trên Linux',
  },
  readsOnly: {
    en: 'Learners’ code is not run: what only running it would show is claimed, not seen. To run it, shut in: --run-code',
    ja: '受講者のコードは実行しません。実行しなければわからないことは「自己申告」になります。隔離して実行するには --run-code',
    vi: 'Không chạy mã của học viên: những gì phải chạy mới thấy thì được ghi là “tự khai”. Để chạy trong môi trường cách ly: --run-code',
  },
  runs: {
    en: 'Learners’ code runs, shut in: no network but their own sandbox, none of your files, limited time and memory. It still runs on this machine.',
    ja: '受講者のコードを隔離して実行します。通信できるのは本人のサンドボックスだけで、あなたのファイルは見えず、時間とメモリに上限があります。ただし、実行するのはこのコンピューターです。',
    vi: 'Mã của học viên được chạy trong môi trường cách ly: không có mạng ngoài sandbox của chính họ, không thấy tệp của bạn, thời gian và bộ nhớ có hạn. Nhưng mã vẫn chạy trên máy này.',
  },
  counted: {
    en: '{file}: {name} ({id}): of {steps} steps, pass before our eyes: {seen}, by the learner’s word: {claimed}; of all that pass, done for them: {provided} (claimed)',
    ja: '{file}: {name}（{id}）: {steps} ステップ中、こちらで合格を確認 {seen}、自己申告 {claimed}。合格のうち代わりに実行されたもの {provided}（自己申告）',
    vi: '{file}: {name} ({id}): trong {steps} bước, tận mắt thấy đạt {seen}, tự khai {claimed}; trong số đạt có {provided} bước được làm hộ (tự khai)',
  },
  older: {
    en: '{file}: {name} has later work in {than}, which counts',
    ja: '{file}: {name} のより新しい成果が {than} にあるため、そちらを採点します',
    vi: '{file}: {name} có bài mới hơn trong {than}, tính bài đó',
  },
  unknown: {
    en: '{file}: nobody in the class is "{id}". Add them with account sandbox (handson class add), or ask for a file with the right --email',
    ja: '{file}: 「{id}」という人はクラスにいません。account を sandbox にして追加する（handson class add）か、正しい --email で作り直してもらってください',
    vi: '{file}: trong lớp không có ai là "{id}". Hãy thêm họ với account là sandbox (handson class add), hoặc yêu cầu tệp có --email đúng',
  },
  'has-account': {
    en: '{file}: "{id}" is in the class with an AWS account, which is looked into by its role; the file was not counted',
    ja: '{file}: 「{id}」は AWS アカウントで登録されており、ロールを通して確認します。このファイルは採点しません',
    vi: '{file}: "{id}" ở trong lớp với tài khoản AWS và được xem qua role; tệp này không được tính',
  },
  several: {
    en: '{file}: more than one in the class is "{id}"; the file was not counted',
    ja: '{file}: 「{id}」に当てはまる人がクラスに複数います。このファイルは採点しません',
    vi: '{file}: trong lớp có hơn một người là "{id}"; tệp này không được tính',
  },
  withdrawn: {
    en: '{file}: "{id}" has left the class; the file was not counted',
    ja: '{file}: 「{id}」はクラスを離れています。このファイルは採点しません',
    vi: '{file}: "{id}" đã rời lớp; tệp này không được tính',
  },
  cleaned: {
    en: '  says that it was cleaned on {at} (claimed)',
    ja: '  {at} に片付け済みと申告（自己申告）',
    vi: '  khai rằng đã dọn dẹp lúc {at} (tự khai)',
  },
  notRun: {
    en: '{file}: the code was not run, because this computer cannot: {reason}',
    ja: '{file}: このコンピューターでは実行できないため、コードは実行していません: {reason}',
    vi: '{file}: mã không được chạy vì máy này không chạy được: {reason}',
  },
  missing: {
    en: '{names}: no file, so not looked at (not a zero)',
    ja: '{names}: ファイルがないため未確認（0 点ではありません）',
    vi: '{names}: không có tệp nên chưa được xem (không tính là 0)',
  },
  notLookedAt: {
    en: 'Learners without an account, not looked at (not a zero): {learners}. Next: handson grade --submissions DIR',
    ja: 'アカウントのない受講者 {learners} 人は未確認です（0 点ではありません）: handson grade --submissions DIR',
    vi: '{learners} học viên không có tài khoản chưa được xem (không tính là 0): handson grade --submissions DIR',
  },
  onlyFiles: {
    en: 'everybody in the class works in the sandbox, so there is no account to look into: handson grade --submissions DIR',
    ja: 'クラスの全員がサンドボックスで作業しているため、確認するアカウントがありません: handson grade --submissions DIR',
    vi: 'cả lớp đều làm trong sandbox nên không có tài khoản nào để xem: handson grade --submissions DIR',
  },
  sameCode: {
    en: 'The same function code, which is not the course’s own, is in: {files}',
    ja: '同じ関数コード（講座が配るものではない）が含まれています: {files}',
    vi: 'Cùng một đoạn mã của hàm (không phải mã của khoá học) có trong: {files}',
  },
  sameInstallation: {
    en: 'Packed on the same installation: {files}',
    ja: '同じ環境で作られたファイルです: {files}',
    vi: 'Được gói từ cùng một bản cài đặt: {files}',
  },
  sameIds: {
    en: 'The same API, role or table, by its random id, is in: {files}',
    ja: 'ランダムな ID まで同じ API・ロール・テーブルが含まれています: {files}',
    vi: 'Cùng một API, role hoặc bảng (trùng cả ID ngẫu nhiên) có trong: {files}',
  },
  notJudged: {
    en: 'There may be good reasons for that, a pair who worked together for example: it is for you to ask.',
    ja: '2 人で一緒に進めたなど、正当な理由があるかもしれません。本人に確かめてください。',
    vi: 'Có thể có lý do chính đáng, chẳng hạn hai bạn làm chung: bạn hãy hỏi lại họ.',
  },
  trouble: {
    en: '{file}: {fault}',
    ja: '{file}: {fault}',
    vi: '{file}: {fault}',
  },
  link: {
    en: 'a link, which is not followed; put the file itself here',
    ja: 'リンクはたどりません。ファイルそのものを置いてください',
    vi: 'là liên kết nên không được mở; hãy đặt chính tệp vào đây',
  },
  unreadable: {
    en: 'cannot be opened ({place})',
    ja: '開けません（{place}）',
    vi: 'không mở được ({place})',
  },
  'too-large': {
    en: 'larger than a submission can be ({place} bytes)',
    ja: '提出用ファイルとして大きすぎます（{place} バイト）',
    vi: 'lớn hơn mức một bài nộp có thể có ({place} byte)',
  },
  'not-a-submission': {
    en: 'not a submission of this course',
    ja: 'この講座の提出用ファイルではありません',
    vi: 'không phải bài nộp của khoá học này',
  },
  newer: {
    en: 'written by a newer version of the course (format {place}); update yours to read it',
    ja: '新しいバージョンの講座で作られています（形式 {place}）。こちらを更新すると読めます',
    vi: 'do một phiên bản mới hơn của khoá học ghi (định dạng {place}); hãy cập nhật bản của bạn để đọc',
  },
  damaged: {
    en: 'damaged: its digest is not that of its content. Ask for the file again',
    ja: '壊れています（ダイジェストが内容と一致しません）。もう一度送ってもらってください',
    vi: 'bị hỏng: mã kiểm tra không khớp nội dung. Hãy xin lại tệp',
  },
  shape: {
    en: 'not written by handson submit ({place})',
    ja: 'handson submit が書いたものではありません（{place}）',
    vi: 'không phải do handson submit ghi ({place})',
  },
  dangerous: {
    en: 'holds a member that could do harm, and was not unpacked ({place})',
    ja: '害を及ぼしかねない項目があるため、展開していません（{place}）',
    vi: 'chứa thành phần có thể gây hại nên không được mở ra ({place})',
  },
  'foreign-record': {
    en: 'holds a record that no submission has ({place})',
    ja: '提出用ファイルにはない記録が含まれています（{place}）',
    vi: 'chứa bản ghi mà bài nộp không có ({place})',
  },
  'took-too-long': {
    en: 'took too long to look at, and was stopped',
    ja: '確認に時間がかかりすぎるため中止しました',
    vi: 'xem quá lâu nên đã dừng',
  },
  'too-much-memory': {
    en: 'took too much memory to look at, and was stopped',
    ja: '確認に必要なメモリが多すぎるため中止しました',
    vi: 'cần quá nhiều bộ nhớ để xem nên đã dừng',
  },
  crashed: {
    en: 'could not be looked at: the look ended by itself. Ask for the file again',
    ja: '確認の途中で処理が終わってしまいました。もう一度送ってもらってください',
    vi: 'không xem được: lượt xem tự kết thúc. Hãy xin lại tệp',
  },
});
