import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  notWith: {
    en: '--show shows one learner from what was seen already, so it does not go with {option}',
    ja: '--show はすでに確認した 1 人分の内容を表示するだけなので、{option} と一緒に使えません',
    vi: '--show chỉ hiện những gì đã thấy của một học viên nên không đi cùng {option}',
  },
  seen: { en: 'seen last {when}', ja: '最終確認 {when}', vi: 'thấy lần cuối {when}' },
  never: {
    en: 'Nobody has looked yet. Next: handson grade {class} --learner {learner}',
    ja: 'まだ確認していません。次は: handson grade {class} --learner {learner}',
    vi: 'Chưa xem lần nào. Tiếp theo: handson grade {class} --learner {learner}',
  },
  account: {
    en: 'account {account}, {region}',
    ja: 'アカウント {account}、{region}',
    vi: 'tài khoản {account}, {region}',
  },
  before: { en: 'before: {ids}', ja: '以前: {ids}', vi: 'trước đây: {ids}' },
  changes: {
    en: 'Changed in the last look',
    ja: '最新の確認で変わったこと',
    vi: 'Thay đổi ở lần xem gần nhất',
  },
  noChange: { en: 'nothing', ja: 'なし', vi: 'không có' },
  change: { en: '{step}: {was} → {is}', ja: '{step}: {was} → {is}', vi: '{step}: {was} → {is}' },
  first: {
    en: 'first seen {when}, run {run}',
    ja: '初めて確認 {when}（実行 {run}）',
    vi: 'thấy lần đầu {when}, lần chạy {run}',
  },
  failed: {
    en: 'Calls that failed, with the ids that AWS’s support asks for',
    ja: '失敗した呼び出し（AWS サポートへの問い合わせに使う ID）',
    vi: 'Các lời gọi thất bại, kèm ID mà bộ phận hỗ trợ của AWS cần',
  },
  history: { en: 'What was seen when', ja: '確認の履歴', vi: 'Đã thấy gì, khi nào' },
  span: {
    en: '{from} – {to} (runs {first}–{last})',
    ja: '{from} – {to}（実行 {first}–{last}）',
    vi: '{from} – {to} (lần chạy {first}–{last})',
  },
  once: { en: '{from} (run {first})', ja: '{from}（実行 {first}）', vi: '{from} (lần chạy {first})' },
  claimed: { en: 'by their word alone', ja: '本人の申告のみ', vi: 'chỉ theo lời học viên' },
  provided: { en: 'done for them', ja: '代行', vi: 'được làm hộ' },
  decisions: { en: 'What was decided', ja: '講師の判断', vi: 'Đã quyết định' },
  noDecisions: { en: 'nothing', ja: 'なし', vi: 'không có' },
  cleaned: {
    en: 'The account was first seen clean {when}.',
    ja: 'アカウントが片付いたことを初めて確認: {when}',
    vi: 'Lần đầu thấy tài khoản đã dọn sạch: {when}.',
  },
});
