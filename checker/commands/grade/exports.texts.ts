import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  csvFor: {
    en: '--csv-for is moodle or canvas, not "{word}"',
    ja: '--csv-for には moodle か canvas を指定してください（「{word}」は使えません）',
    vi: '--csv-for nhận moodle hoặc canvas, không phải "{word}"',
  },
  csvForNeeds: {
    en: '--csv-for says what --csv FILE is for, so it needs --csv FILE too',
    ja: '--csv-for は --csv FILE の形式を決めるため、--csv FILE も必要です',
    vi: '--csv-for cho biết --csv FILE dành cho đâu, nên cần cả --csv FILE',
  },
  initialsNot: {
    en: '--initials does not go with {option}: whoever gets that must know who is meant. It goes with --html, --markdown and --junit',
    ja: '--initials は {option} と一緒に使えません（誰のことかわからなくなるため）。--html、--markdown、--junit と使えます',
    vi: '--initials không đi cùng {option} vì nơi nhận phải biết là ai. Dùng được với --html, --markdown và --junit',
  },
  noFile: {
    en: '{option} {target} could not be written ({reason}). What was seen is kept; again: handson grade {name} --last {option} …',
    ja: '{option} {target} に書き込めませんでした（{reason}）。確認した結果は保存済みです。もう一度: handson grade {name} --last {option} …',
    vi: 'không ghi được {option} {target} ({reason}). Kết quả đã được lưu; làm lại: handson grade {name} --last {option} …',
  },
  link: { en: 'it is a symbolic link', ja: 'シンボリックリンクです', vi: 'đó là symbolic link' },
  written: { en: 'Written: {target}', ja: '書き出しました: {target}', vi: 'Đã ghi: {target}' },
  leftOut: {
    en: 'Learners left out, without an e-mail address: {learners}. {lms} would give their grades to somebody else.',
    ja: 'メールアドレスのない {learners} 人は除きました（{lms} で別の人の成績になるおそれがあるため）。',
    vi: 'Bỏ qua {learners} học viên không có e-mail, vì {lms} có thể gán điểm cho người khác.',
  },
});
