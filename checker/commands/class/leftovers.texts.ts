import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  month: { en: '{usd} USD a month', ja: '月 {usd} 米ドル', vi: '{usd} USD mỗi tháng' },
  idle: {
    en: 'costs nothing while nobody uses it',
    ja: '使わないかぎり無料',
    vi: 'không tốn phí khi không ai dùng',
  },
  unsafe: {
    en: 'its role is unsafe and was not used. Next: handson class verify {id}',
    ja: 'ロールが危険なため使いませんでした。次は: handson class verify {id}',
    vi: 'role không an toàn nên không dùng. Tiếp theo: handson class verify {id}',
  },
  unreadable: {
    en: 'unreadable ({cause}): nobody can tell whether something is left',
    ja: '読めません（{cause}）。残っているものがあるかどうかは不明です',
    vi: 'không đọc được ({cause}): không biết còn gì sót lại hay không',
  },
  unread: {
    en: '{type} could not be looked at ({cause})',
    ja: '{type} は確認できませんでした（{cause}）',
    vi: 'không xem được {type} ({cause})',
  },
  sum: {
    en: 'Accounts read: {looked}; something stands in {standing}, {usd} USD a month together (list prices of {region}, {date}).',
    ja: '{looked} アカウントを確認: 残っているのは {standing} アカウント、合計で月 {usd} 米ドル（{region} の定価、{date} 時点）。',
    vi: 'Đã đọc {looked} tài khoản: {standing} tài khoản còn sót, tổng {usd} USD mỗi tháng (giá niêm yết {region}, {date}).',
  },
  unreadSum: {
    en: '{unread} could not be read, or not fully: they are not counted as clean.',
    ja: '{unread} アカウントは読めないか一部しか読めません。片付け済みとは数えません。',
    vi: '{unread} tài khoản không đọc được hoặc đọc chưa đủ: không coi là đã sạch.',
  },
  notLooked: {
    en: '{notLooked} without an account, or withdrawn, were not looked at.',
    ja: 'アカウントのない人とクラスを離れた人、計 {notLooked} 人は見ていません。',
    vi: '{notLooked} người không có tài khoản hoặc đã rời lớp không được xem.',
  },
  scope: {
    en: 'Looked for in each learner’s region, by the course’s names: functions, tables, REST APIs, logs. Roles, policies, usage plans and keys cost nothing and are not looked at.',
    ja: '調べたのは、各受講者のリージョンにある、講座で使う名前の関数・テーブル・REST API・ログです。ロール・ポリシー・使用量プラン・API キーは無料なので見ていません。',
    vi: 'Tìm trong region của từng học viên, theo tên của khoá học: hàm, bảng, REST API, log. Role, policy, usage plan và API key không tốn phí nên không xem.',
  },
  next: {
    en: 'Each learner removes what is theirs: handson clean --yes',
    ja: '片付けは受講者それぞれが行います: handson clean --yes',
    vi: 'Mỗi học viên tự dọn phần của mình: handson clean --yes',
  },
});
