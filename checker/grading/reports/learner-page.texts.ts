import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: { en: '{name}: class {class}', ja: '{name} さん（クラス {class}）', vi: '{name}: lớp {class}' },
  class: { en: 'Class {name}', ja: 'クラス {name}', vi: 'Lớp {name}' },
  account: { en: 'Account', ja: 'アカウント', vi: 'Tài khoản' },
  when: { en: 'Looked at', ja: '確認日時', vi: 'Thời điểm xem' },
  never: { en: 'not yet', ja: 'まだ', vi: 'chưa' },
  points: { en: 'Points', ja: '点数', vi: 'Điểm' },
  pointsOf: { en: '{points} of {of}', ja: '{of} 点中 {points} 点', vi: '{points}/{of}' },
  incomplete: { en: 'Incomplete', ja: '未確認', vi: 'Chưa rõ' },
  steps: { en: '{steps} of the steps', ja: '{steps} ステップ', vi: '{steps} bước' },
  next: { en: 'What to do next', ja: '次にすること', vi: 'Việc tiếp theo' },
  allDone: {
    en: 'Everything is done. Well done!',
    ja: 'すべて完了しました。お疲れさまでした。',
    vi: 'Bạn đã làm xong tất cả. Rất tốt!',
  },
  cleanUp: {
    en: 'When you need it no longer, clean up, so that nothing costs you anything:',
    ja: '使い終わったら、料金がかからないように片付けておきましょう。',
    vi: 'Khi không cần nữa, hãy dọn dẹp để không phát sinh chi phí:',
  },
  checkYourself: {
    en: 'See for yourself:',
    ja: '自分でも確認できます:',
    vi: 'Tự kiểm tra:',
  },
  notSeen: {
    en: 'Your account could not be seen, so nothing here is a zero. What stood in the way:',
    ja: 'あなたのアカウントを確認できませんでした。0 点ではありません。原因は次のとおりです:',
    vi: 'Chưa xem được tài khoản của bạn, nên đây không phải là 0 điểm. Lý do:',
  },
  notLooked: {
    en: 'Nobody has looked at your account yet.',
    ja: 'あなたのアカウントはまだ確認されていません。',
    vi: 'Chưa ai xem tài khoản của bạn.',
  },
  waiting: {
    en: 'Nothing to do right now: AWS needs a little time, then it is looked at again.',
    ja: '今することはありません。AWS への反映を待って、もう一度確認します。',
    vi: 'Lúc này chưa cần làm gì: chờ AWS cập nhật rồi sẽ xem lại.',
  },
  evidence: { en: 'What was seen', ja: '確認した内容', vi: 'Những gì đã thấy' },
  call: { en: 'Call', ja: '呼び出し', vi: 'Lời gọi' },
  field: { en: 'Field', ja: '項目', vi: 'Trường' },
  expected: { en: 'Expected', ja: '期待する値', vi: 'Cần' },
  found: { en: 'Found', ja: '実際の値', vi: 'Thấy' },
  first: { en: 'first seen {when}', ja: '初めて確認 {when}', vi: 'thấy lần đầu {when}' },
  stepPoints: { en: '{points} of {of}', ja: '{of} 点中 {points} 点', vi: '{points}/{of} điểm' },
  cleaned: { en: 'Cleaned up', ja: '片付け', vi: 'Dọn dẹp' },
  cleanedYes: {
    en: 'Nothing of the course is left in the account ({when}).',
    ja: 'アカウントに講座のものは残っていません（{when}）。',
    vi: 'Trong tài khoản không còn gì của khoá học ({when}).',
  },
  cleanedNo: {
    en: 'Something of the course is still there, or was never seen to be gone.',
    ja: '講座のものがまだ残っているか、なくなったことを確認できていません。',
    vi: 'Vẫn còn thứ của khoá học, hoặc chưa thấy chắc là không còn.',
  },
  who: {
    en: 'What is here was read in your account with the role you made for it; nothing was changed.',
    ja: 'この内容は、あなたが作成した読み取り用ロールでアカウントを見た結果です。変更は一切していません。',
    vi: 'Nội dung này được đọc từ tài khoản của bạn qua role bạn đã tạo; không có gì bị thay đổi.',
  },
});
