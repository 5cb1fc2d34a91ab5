import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  noRun: {
    en: 'the class {name} has not been looked at yet. First: handson grade {name}',
    ja: 'クラス {name} はまだ一度も確認していません。まず: handson grade {name}',
    vi: 'lớp {name} chưa được xem lần nào. Trước tiên: handson grade {name}',
  },
  noSuchRun: {
    en: 'there is no run {word} of the class {name}. Its runs: {runs}',
    ja: 'クラス {name} に実行 {word} はありません。あるのは: {runs}',
    vi: 'lớp {name} không có lần chạy {word}. Hiện có: {runs}',
  },
  notWith: {
    en: '--last and --run look at no account, so they do not go with {option}',
    ja: '--last と --run はアカウントを見ないため、{option} と一緒に使えません',
    vi: '--last và --run không xem tài khoản nào nên không đi cùng {option}',
  },
  oneOnly: {
    en: '--last is the class as it was seen last, --run N is one run: give one of them',
    ja: '--last はクラスの最新の状況、--run N は指定した実行です。どちらか 1 つを指定してください',
    vi: '--last là lớp theo lần thấy gần nhất, --run N là một lần chạy: chỉ chọn một',
  },
  head: {
    en: 'Class {name}, as seen last ({when}). No account was looked at now.',
    ja: 'クラス {name} の最新の状況（{when}）。今回はアカウントを見ていません。',
    vi: 'Lớp {name}, theo lần thấy gần nhất ({when}). Lần này không xem tài khoản nào.',
  },
  headRun: {
    en: 'Class {name}, run {run} ({when}); learners looked at: {looked} of {asked}. No account was looked at now.',
    ja: 'クラス {name}、実行 {run}（{when}）: {asked} 人中 {looked} 人を確認。今回はアカウントを見ていません。',
    vi: 'Lớp {name}, lần chạy {run} ({when}): đã xem {looked}/{asked} học viên. Lần này không xem tài khoản nào.',
  },
});
