import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'Class {name}, run {run}',
    ja: 'クラス {name}（実行 {run}）',
    vi: 'Lớp {name}, lần chạy {run}',
  },
  facts: {
    en: 'Looked at {when}, version {version}.',
    ja: '確認日時 {when}、バージョン {version}。',
    vi: 'Xem lúc {when}, phiên bản {version}.',
  },
  sum: {
    en: 'Learners: {learners}; finished {finished}, under way {underWay}, not begun {notBegun}, could not be seen {unread} (not a zero).',
    ja: '受講者 {learners} 人: 修了 {finished} 人、進行中 {underWay} 人、未着手 {notBegun} 人、確認できず {unread} 人（0 点ではありません）。',
    vi: '{learners} học viên: {finished} hoàn thành, {underWay} đang làm, {notBegun} chưa bắt đầu, {unread} không xem được (không phải 0 điểm).',
  },
  next: { en: 'Stops at', ja: '止まっているステップ', vi: 'Đang dừng ở' },
  incomplete: { en: 'Incomplete', ja: '未確認', vi: 'Chưa rõ' },
  notShown: {
    en: 'Not shown: {learners} more, since a comment has its limits. Everybody is in the report of --html.',
    ja: 'ほか {learners} 人は省略しました（コメントの長さの上限のため）。全員分は --html のレポートにあります。',
    vi: 'Còn {learners} người không hiển thị vì bình luận có giới hạn. Đầy đủ trong báo cáo --html.',
  },
});
