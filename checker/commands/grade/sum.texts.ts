import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  sum: {
    en: 'Learners: {all}; finished: {finished}; not or not fully read: {unread} (not counted as zero).',
    ja: '受講者 {all} 人: 修了 {finished} 人、読めない・一部しか読めない {unread} 人（0 点にはしません）。',
    vi: '{all} học viên: {finished} hoàn thành, {unread} không đọc được hoặc đọc chưa đủ (không tính là 0).',
  },
  changes: {
    en: 'Since they were looked at before: steps newly done {gained} (learners: {learners}), no longer seen done {lost}.',
    ja: '前回の確認から: 新たに完了 {gained} ステップ（{learners} 人）、完了でなくなったもの {lost} ステップ。',
    vi: 'So với lần xem trước: {gained} bước mới xong, của {learners} học viên; {lost} bước không còn thấy xong.',
  },
  noChange: {
    en: 'Since they were looked at before nothing has changed.',
    ja: '前回の確認から変化はありません。',
    vi: 'Không có gì thay đổi so với lần xem trước.',
  },
  nearMisses: {
    en: 'Missing for most right now:',
    ja: '今、多くの人がつまずいているところ:',
    vi: 'Chỗ nhiều người đang vướng:',
  },
  nearMiss: {
    en: '{learners} × {step}: {said}',
    ja: '{learners} 人 {step}: {said}',
    vi: '{learners} × {step}: {said}',
  },
  chase: {
    en: 'Learners to chase: {learners} ({reasons}). The list: {command}',
    ja: '連絡が必要な受講者 {learners} 人（{reasons}）。一覧: {command}',
    vi: '{learners} học viên cần nhắc ({reasons}). Danh sách: {command}',
  },
  unsafe: { en: 'unsafe role {n}', ja: '危険なロール {n}', vi: 'role không an toàn {n}' },
  unreadable: { en: 'unreadable {n}', ja: '読めない {n}', vi: 'không đọc được {n}' },
  'not-handed-in': { en: 'not handed in {n}', ja: '未提出 {n}', vi: 'chưa nộp {n}' },
  'not-looked-at': { en: 'not looked at {n}', ja: '未確認 {n}', vi: 'chưa xem {n}' },
  partly: { en: 'partly read {n}', ja: '一部だけ読めた {n}', vi: 'đọc được một phần {n}' },
  claimed: { en: 'by their word alone {n}', ja: '本人の申告のみ {n}', vi: 'chỉ theo lời học viên {n}' },
  waiting: { en: 'AWS is late {n}', ja: 'AWS の反映待ち {n}', vi: 'chờ AWS {n}' },
  blocked: { en: 'held up by an earlier step {n}', ja: '前のステップ待ち {n}', vi: 'chờ bước trước {n}' },
});
