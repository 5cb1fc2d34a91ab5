import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  account: { en: 'account {account}', ja: 'アカウント {account}', vi: 'tài khoản {account}' },
  nothingOurs: {
    en: 'Nothing stands here that is proven to be of the course.',
    ja: '講座で作ったと確かめられるものはありません。',
    vi: 'Ở đây không có gì được chứng minh là của khoá học.',
  },
  ours: {
    en: 'Of the course, and would be deleted ({count}):',
    ja: '講座のもの（削除の対象、{count} 件）:',
    vi: 'Của khoá học, sẽ bị xoá ({count}):',
  },
  doubtful: {
    en: 'Looks like the course’s, but is not proven so, and stays:',
    ja: '講座のものに見えますが、確かめられないため残すもの:',
    vi: 'Trông giống của khoá học nhưng chưa chứng minh được, nên giữ lại:',
  },
  unread: {
    en: 'Could not be looked at, and stays:',
    ja: '確認できなかったため残すもの:',
    vi: 'Không xem được nên giữ lại:',
  },
  madeAt: { en: 'made on {at}', ja: '作成日時 {at}', vi: 'tạo lúc {at}' },
  changedAt: {
    en: 'last changed on {at} (AWS does not tell when a function was made)',
    ja: '最終更新 {at}（関数の作成日時は AWS ではわかりません）',
    vi: 'sửa lần cuối lúc {at} (AWS không cho biết hàm được tạo khi nào)',
  },
  noTime: {
    en: 'AWS does not tell when it was made',
    ja: '作成日時は AWS ではわかりません',
    vi: 'AWS không cho biết nó được tạo khi nào',
  },
  ifLeft: { en: 'if left: {cost}', ja: '残した場合: {cost}', vi: 'nếu để lại: {cost}' },
  costsNothing: { en: 'costs nothing', ja: '料金はかかりません', vi: 'không tốn tiền' },
  costsIdle: {
    en: 'costs nothing while nobody calls it',
    ja: '呼び出されないかぎり料金はかかりません',
    vi: 'không tốn tiền chừng nào không ai gọi',
  },
  costsMonthly: {
    en: 'US$ {usd} a month at list price',
    ja: '定価で月 {usd} 米ドル',
    vi: '{usd} USD mỗi tháng theo giá niêm yết',
  },
  because: { en: 'ours: {why}', ja: '講座のものとわかる理由: {why}', vi: 'là của khoá học vì: {why}' },
  notProven: { en: 'not proven: {why}', ja: '確かめられない理由: {why}', vi: 'chưa chứng minh được: {why}' },
  trail: {
    en: 'CloudTrail: made by {by} on {at}',
    ja: 'CloudTrail の記録: {by} が {at} に作成',
    vi: 'CloudTrail ghi: {by} tạo lúc {at}',
  },
  takeIt: {
    en: 'if it is yours and may go: handson clean --include "{name}"',
    ja: '自分のもので、消してよければ: handson clean --include "{name}"',
    vi: 'nếu là của bạn và được phép xoá: handson clean --include "{name}"',
  },
  guarded: {
    en: 'deletion protection is on; it is never lifted from here',
    ja: '削除保護が有効です。ここから解除することはありません',
    vi: 'tính năng chống xoá đang bật; lệnh này không bao giờ tự tắt nó',
  },
  hash: {
    en: 'plan {hash} · prices of {date}, us-east-1',
    ja: '計画 {hash} · 料金は {date} 時点（us-east-1）',
    vi: 'kế hoạch {hash} · giá ngày {date}, us-east-1',
  },
  grown: {
    en: 'What stands in the account is no longer what the plan showed. Nothing was deleted.',
    ja: 'アカウントの中身が、表示した計画と変わりました。何も削除していません。',
    vi: 'Những gì có trong tài khoản không còn giống kế hoạch đã hiện. Chưa xoá gì cả.',
  },
  deleted: {
    en: 'Deleted, and looked twice that it is gone ({count}):',
    ja: '削除し、なくなったことを 2 回確認しました（{count} 件）:',
    vi: 'Đã xoá, và đã xem lại hai lần để chắc là không còn ({count}):',
  },
  alreadyGone: { en: 'Already gone:', ja: 'すでになかったもの:', vi: 'Không còn từ trước:' },
  left: { en: 'Left ({count}):', ja: '残ったもの（{count} 件）:', vi: 'Còn lại ({count}):' },
  allGone: {
    en: 'Nothing of the course is left that was proven to be its own.',
    ja: '講座のものと確かめられたものは、すべてなくなりました。',
    vi: 'Mọi thứ đã chứng minh là của khoá học đều không còn.',
  },
  inUse: {
    en: 'what it serves could not be deleted',
    ja: 'これを使っているものを削除できませんでした',
    vi: 'thứ đang dùng nó không xoá được',
  },
  stopped: { en: 'stopped before its turn', ja: '順番が来る前に中断しました', vi: 'dừng trước khi tới lượt' },
  cameBack: {
    en: 'it came back again and again: something still writes to it',
    ja: '何度削除しても戻ってきます。まだ書き込んでいるものがあります',
    vi: 'xoá rồi nó lại xuất hiện nhiều lần: vẫn còn thứ gì đó ghi vào nó',
  },
  notVerified: {
    en: 'deleted, but it could not be looked whether it is gone ({code})',
    ja: '削除しましたが、なくなったかを確認できませんでした（{code}）',
    vi: 'đã xoá nhưng không xem được nó còn hay không ({code})',
  },
  otherAccount: {
    en: 'the credentials now belong to another account, so everything was stopped',
    ja: '認証情報が別のアカウントのものに変わったため、すべて中止しました',
    vi: 'thông tin đăng nhập nay thuộc tài khoản khác nên mọi thứ đã dừng',
  },
  failed: { en: '{code}: {message}', ja: '{code}: {message}', vi: '{code}: {message}' },
  stillThere: {
    en: 'it is still there after a while',
    ja: 'しばらく待ってもまだ残っています',
    vi: 'đợi một lúc mà vẫn còn',
  },
  function: { en: 'function', ja: '関数', vi: 'hàm' },
  role: { en: 'role', ja: 'ロール', vi: 'role' },
  policy: { en: 'policy', ja: 'ポリシー', vi: 'policy' },
  logGroup: { en: 'log group', ja: 'ロググループ', vi: 'log group' },
  restApi: { en: 'REST API', ja: 'REST API', vi: 'REST API' },
  usagePlan: { en: 'usage plan', ja: '使用量プラン', vi: 'usage plan' },
  apiKey: { en: 'API key', ja: 'API キー', vi: 'API key' },
  table: { en: 'table', ja: 'テーブル', vi: 'bảng' },
  scalableTarget: { en: 'auto scaling of', ja: 'Auto Scaling', vi: 'auto scaling của' },
});
