import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  counts: {
    en: '{done} of {all} done, {running} running, {unreadable} unreadable',
    ja: '{all} 人中 {done} 人完了、確認中 {running} 人、読めない {unreadable} 人',
    vi: 'xong {done}/{all}, đang xem {running}, không đọc được {unreadable}',
  },
  countsAndTime: {
    en: '{done} of {all} done, {running} running, {unreadable} unreadable, about {time} left',
    ja: '{all} 人中 {done} 人完了、確認中 {running} 人、読めない {unreadable} 人、残り約 {time}',
    vi: 'xong {done}/{all}, đang xem {running}, không đọc được {unreadable}, còn khoảng {time}',
  },
  resumes: {
    en: 'Going on with run {run}, begun {began}. Learners left: {left} of {all}.',
    ja: '{began} に始めた実行 {run} を続けます。残り {left} 人（全 {all} 人）。',
    vi: 'Tiếp tục lần chạy {run}, bắt đầu lúc {began}: còn {left}/{all} học viên.',
  },
  instructor: {
    en: 'nobody can be read any more, because of your own access, not the learners’: {reason} What was read so far is kept (learners: {done}). Then go on with: handson grade {name} --resume',
    ja: '受講者ではなく、ご自身のアクセスの問題で、これ以上は誰も読めません。{reason} ここまでに読んだ {done} 人分は保存済みです。解決したら続けてください: handson grade {name} --resume',
    vi: 'không đọc được ai nữa, do quyền truy cập của chính bạn chứ không phải của học viên: {reason} Kết quả của {done} học viên đã đọc vẫn được giữ. Sau đó chạy tiếp: handson grade {name} --resume',
  },
});
