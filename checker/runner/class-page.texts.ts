import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: { en: 'Class board: {name}', ja: 'クラスの状況: {name}', vi: 'Bảng theo dõi lớp: {name}' },
  round: {
    en: 'Round {number}, {time}: {looked} of {asked} looked at',
    ja: '{number} 回目（{time}）: {asked} 人中 {looked} 人を確認',
    vi: 'Lượt {number}, {time}: đã xem {looked}/{asked}',
  },
  last: {
    en: 'Last looked at {time}: {looked} of {asked}',
    ja: '前回の確認 {time}: {asked} 人中 {looked} 人',
    vi: 'Lần xem gần nhất {time}: {looked}/{asked}',
  },
  nobody: {
    en: 'Nobody has been looked at yet.',
    ja: 'まだ誰も確認していません。',
    vi: 'Chưa xem bài của ai.',
  },
  andNext: { en: '{status}, {next}', ja: '{status}、{next}', vi: '{status}, {next}' },
  next: { en: 'next in {seconds} s', ja: '次は {seconds} 秒後', vi: 'lượt kế tiếp sau {seconds} giây' },
  now: { en: 'looking now', ja: '確認中', vi: 'đang xem' },
  notWatched: {
    en: 'Nobody looks again by itself. To have this page follow the class: handson grade {name} --watch 60',
    ja: '自動では更新されません。この画面でクラスを見続けるには: handson grade {name} --watch 60',
    vi: 'Hiện không có lượt xem tự động. Để trang này theo dõi lớp: handson grade {name} --watch 60',
  },
  trouble: {
    en: 'The last round could not be carried through: {trouble}',
    ja: '前回の確認は最後までできませんでした: {trouble}',
    vi: 'Lượt vừa rồi không thực hiện trọn vẹn: {trouble}',
  },
  stuck: { en: 'Where the class is stuck now', ja: '今つまずいているところ', vi: 'Lớp đang vướng ở đâu' },
  stuckNone: {
    en: 'Nowhere, as far as could be seen.',
    ja: '確認できた範囲ではありません。',
    vi: 'Không có chỗ nào, trong những gì đã xem được.',
  },
  near: {
    en: 'Nearly there: what to say to all of them',
    ja: 'あと一歩: 全員に伝えるひとこと',
    vi: 'Sắp xong: nên nói gì với cả lớp',
  },
  nearNone: { en: 'Nothing right now.', ja: '今はありません。', vi: 'Lúc này không có gì.' },
  times: { en: '{learners} ×', ja: '{learners} 人', vi: '{learners} ×' },
  signs: { en: 'What the signs mean', ja: '記号の意味', vi: 'Ý nghĩa các ký hiệu' },
  steps: { en: 'The steps by their numbers', ja: '番号とステップ名', vi: 'Số thứ tự và tên bước' },
  over: {
    en: 'A round is over. Looked at: {looked} of {asked}. Steps newly done: {gained}. Learners finished: {finished}.',
    ja: '確認が一巡しました。{asked} 人中 {looked} 人を確認、新しく完了したステップは {gained} 個、修了は {finished} 人です。',
    vi: 'Xong một lượt: đã xem {looked}/{asked}, thêm {gained} bước hoàn thành, {finished} học viên xong cả khoá.',
  },
  overLost: {
    en: 'Steps that are not done any more: {lost}.',
    ja: '完了でなくなったステップは {lost} 個です。',
    vi: 'Có {lost} bước không còn hoàn thành nữa.',
  },
  overStuck: {
    en: 'Most are at {step} ({learners}).',
    ja: 'いちばん多いのは {step}（{learners} 人）。',
    vi: 'Đông nhất ở {step} ({learners}).',
  },
  lost: {
    en: 'The connection to the board is lost. What you see is how it was at {time}. Trying again by itself.',
    ja: '接続が切れました。表示は {time} の状況です。自動でつなぎ直します。',
    vi: 'Mất kết nối với bảng. Nội dung đang thấy là lúc {time}. Đang tự kết nối lại.',
  },
  back: {
    en: 'Connected again.',
    ja: '再びつながりました。',
    vi: 'Đã kết nối lại.',
  },
  noScript: {
    en: 'Without JavaScript this page does not follow the class by itself.',
    ja: 'JavaScript が無効なため、この画面は自動では更新されません。',
    vi: 'Không có JavaScript nên trang này không tự cập nhật.',
  },
  refresh: { en: 'Load it anew', ja: '読み込み直す', vi: 'Tải lại trang' },
  initials: { en: 'Show initials', ja: 'イニシャルで表示', vi: 'Hiện chữ cái đầu' },
  names: { en: 'Show names', ja: '氏名で表示', vi: 'Hiện tên' },
  languages: { en: 'Language', ja: '言語', vi: 'Ngôn ngữ' },
  private: {
    en: 'Personal data: on this computer only.',
    ja: '個人情報です。このコンピューターの中だけで表示しています。',
    vi: 'Dữ liệu cá nhân: chỉ hiển thị trên máy này.',
  },
  noClass: {
    en: 'There is no class here. Make one: handson class init NAME',
    ja: 'クラスがありません。作るには: handson class init NAME',
    vi: 'Chưa có lớp nào. Tạo lớp: handson class init NAME',
  },
  classes: { en: 'Classes', ja: 'クラス', vi: 'Các lớp' },
});
