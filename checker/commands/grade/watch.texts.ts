import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  badSeconds: {
    en: '--watch takes the seconds from one round to the next, from 10 to 86400, not "{word}"',
    ja: '--watch には確認の間隔を 10 から 86400 までの秒数で指定します（「{word}」は使えません）',
    vi: '--watch nhận số giây giữa hai lượt xem, từ 10 đến 86400, không phải "{word}"',
  },
  onlyWatching: {
    en: '--{option} goes with --watch: handson grade --watch 60 --{option}',
    ja: '--{option} は --watch と一緒に使います: handson grade --watch 60 --{option}',
    vi: '--{option} đi cùng --watch: handson grade --watch 60 --{option}',
  },
  noFolder: {
    en: '--submissions looks at files once, so it does not go with --watch',
    ja: '--submissions はファイルを一度だけ確認するので、--watch とは一緒に使えません',
    vi: '--submissions chỉ xem tệp một lần nên không đi cùng --watch',
  },
  onlyServing: {
    en: '--{option} goes with --serve',
    ja: '--{option} は --serve と一緒に使います',
    vi: '--{option} đi cùng --serve',
  },
  board: {
    en: 'The class board is at {url} until Ctrl-C.',
    ja: 'クラスの状況は {url} で開けます（Ctrl-C で終了）。',
    vi: 'Bảng theo dõi lớp ở {url} cho đến khi nhấn Ctrl-C.',
  },
  round: {
    en: 'Round {number}, {time}: {looked} of {asked} looked at, next in {seconds} s.',
    ja: '{number} 回目（{time}）: {asked} 人中 {looked} 人を確認。次は {seconds} 秒後。',
    vi: 'Lượt {number}, {time}: đã xem {looked}/{asked}, lượt kế tiếp sau {seconds} giây.',
  },
  trouble: {
    en: 'Round {number} could not be carried through: {trouble}',
    ja: '{number} 回目の確認は最後までできませんでした: {trouble}',
    vi: 'Lượt {number} không thực hiện trọn vẹn: {trouble}',
  },
  more: {
    en: '… and {learners} more; everybody is on the board: --serve',
    ja: '… ほか {learners} 人。全員の状況は --serve の画面で見られます',
    vi: '… và {learners} người nữa; xem cả lớp trên bảng: --serve',
  },
  sum: {
    en: '{finished} of {learners} finished.',
    ja: '{learners} 人中 {finished} 人が修了。',
    vi: '{finished}/{learners} đã hoàn thành.',
  },
  ended: {
    en: 'Stopped between two rounds; nothing is left half done.',
    ja: '次の確認を待っている間に止めました。途中の確認はありません。',
    vi: 'Đã dừng giữa hai lượt; không có lượt nào dở dang.',
  },
});
