import { defineTexts } from '#labs/kit/text.ts';

/** What each verb does, as the help shows it. */
export const texts = defineTexts({
  init: { en: 'make a class', ja: 'クラスを作る', vi: 'tạo lớp' },
  add: {
    en: 'add learners from a roster, and print what each must do once',
    ja: '名簿から受講者を追加し、1 人ずつに渡す手順を表示する',
    vi: 'thêm học viên từ danh sách, và in ra việc mỗi người phải làm (chỉ một lần)',
  },
  letter: {
    en: 'print again what learners must do once (default: whose role is not known to be safe)',
    ja: '受講者に渡す手順をもう一度表示する（既定は、ロールの安全が未確認の人）',
    vi: 'in lại việc học viên phải làm (mặc định: cho những ai có role chưa được xác nhận an toàn)',
  },
  verify: {
    en: 'try the learners’ roles: each must open with its own external id alone',
    ja: '受講者のロールを試す（自分の外部 ID でだけ引き受けられることを確かめる）',
    vi: 'thử role của học viên: chỉ được mở bằng đúng external ID của nó',
  },
  show: {
    en: 'who is in the class, and its rules; of one learner: everything that was decided',
    ja: 'クラスの受講者と規則を表示する。受講者を指定すると、その人についての決定をすべて表示する',
    vi: 'ai có trong lớp và quy định của lớp; với một học viên: mọi quyết định đã có',
  },
  set: {
    en: 'set deadlines, points and the rest; without options show the rules',
    ja: '締め切りや配点などを決める。オプションなしなら今の規則を表示する',
    vi: 'đặt hạn nộp, điểm và các quy định khác; không có tuỳ chọn thì hiện quy định',
  },
  extend: {
    en: 'give one learner more time (--until, --reason)',
    ja: '受講者 1 人の締め切りを延ばす（--until と --reason）',
    vi: 'gia hạn cho một học viên (--until, --reason)',
  },
  exempt: {
    en: 'leave a lab or a step out for one learner (--reason)',
    ja: '受講者 1 人について、ラボやステップを免除する（--reason）',
    vi: 'miễn một lab hoặc một bước cho một học viên (--reason)',
  },
  override: {
    en: 'give points for a step by your own word (--reason)',
    ja: 'ステップの点を講師の判断で決める（--reason）',
    vi: 'tự cho điểm một bước (--reason)',
  },
  regrade: {
    en: 'let nothing count that was seen before now; look again (--reason)',
    ja: 'これまでに見たものを数えず、見直す（--reason）',
    vi: 'không tính những gì đã thấy trước đây, xem lại từ đầu (--reason)',
  },
  move: {
    en: 'one learner has another account now; what was seen before still counts (--reason)',
    ja: '受講者のアカウントを替える。前のアカウントで見たものも数える（--reason）',
    vi: 'học viên đổi tài khoản; những gì đã thấy trước đó vẫn được tính (--reason)',
  },
  withdraw: {
    en: 'one learner has left; they are not looked at any more (--reason)',
    ja: '受講者をクラスから外し、以後は確認しない（--reason）',
    vi: 'một học viên rời lớp; không xem nữa (--reason)',
  },
  rejoin: {
    en: 'one learner is back (--reason)',
    ja: '外した受講者をクラスに戻す（--reason）',
    vi: 'học viên quay lại lớp (--reason)',
  },
  forget: {
    en: 'remove one learner, and everything kept of them, for good',
    ja: '受講者 1 人と、その記録をすべて完全に消す',
    vi: 'xoá hẳn một học viên cùng mọi thứ đã lưu về họ',
  },
  leftovers: {
    en: 'who would still pay, and how much; reads only',
    ja: 'まだ料金がかかる受講者とその額を調べる（読むだけ）',
    vi: 'ai vẫn còn phải trả tiền và bao nhiêu; chỉ đọc',
  },
});
