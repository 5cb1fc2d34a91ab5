import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  badConcurrency: {
    en: '--concurrency takes a number from 1 to 100, not "{word}"',
    ja: '--concurrency は 1 から 100 までの数です（「{word}」は使えません）',
    vi: '--concurrency nhận số từ 1 đến 100, không phải "{word}"',
  },
  resumeAsBegun: {
    en: '--resume goes on as the run began, so it goes with neither --labs nor --learner',
    ja: '--resume は始めたときの条件で続けるため、--labs や --learner とは一緒に使えません',
    vi: '--resume tiếp tục như lúc bắt đầu nên không đi cùng --labs hay --learner',
  },
  nothingToResume: {
    en: 'the last run is complete, there is nothing to resume',
    ja: '前回の実行は終わっているため、再開するものがありません',
    vi: 'lần chạy trước đã xong, không có gì để tiếp tục',
  },
  nobody: {
    en: 'nobody is in the class {name} yet. Next: handson class add ROSTER.csv',
    ja: 'クラス {name} にはまだ誰もいません。次は: handson class add ROSTER.csv',
    vi: 'lớp {name} chưa có ai. Tiếp theo: handson class add ROSTER.csv',
  },
  withdrawn: {
    en: '"{word}" has withdrawn from the class and is not looked at. Taking part again: handson class rejoin',
    ja: '「{word}」さんはクラスを離れているため、確認しません。戻すには: handson class rejoin',
    vi: '"{word}" đã rời lớp nên không được xem. Nếu học lại: handson class rejoin',
  },
  stopped: {
    en: 'Stopped. Go on with: handson grade --resume',
    ja: '止めました。続けるには: handson grade --resume',
    vi: 'Đã dừng. Tiếp tục bằng: handson grade --resume',
  },
});
