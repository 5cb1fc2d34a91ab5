import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  init: { en: 'the class was made', ja: 'クラスを作成', vi: 'tạo lớp' },
  rules: { en: 'the rules were changed', ja: '規則を変更', vi: 'đổi quy định' },
  forget: {
    en: 'a learner was removed, with everything kept of them',
    ja: '受講者 1 人とその記録を消去',
    vi: 'xoá một học viên cùng mọi thứ đã lưu',
  },
  add: { en: '{learners} added', ja: '{learners} 人を追加', vi: 'thêm {learners} người' },
  access: { en: 'role: {from} → {to}', ja: 'ロール: {from} → {to}', vi: 'role: {from} → {to}' },
  untried: { en: 'not tried yet', ja: '未確認', vi: 'chưa thử' },
  safe: { en: 'safe', ja: '安全', vi: 'an toàn' },
  unsafe: { en: 'unsafe', ja: '危険', vi: 'không an toàn' },
  closed: { en: 'does not open', ja: '引き受けられない', vi: 'không mở được' },
  unclear: { en: 'unclear', ja: '不明', vi: 'chưa rõ' },
  extend: {
    en: '{place}: extended until {until}',
    ja: '{place}: 締め切りを {until} まで延長',
    vi: '{place}: gia hạn đến {until}',
  },
  exempt: { en: '{place}: exempt', ja: '{place}: 免除', vi: '{place}: được miễn' },
  override: {
    en: '{place}: {points} points given by the instructor',
    ja: '{place}: 講師の判断で {points} 点',
    vi: '{place}: giảng viên cho {points} điểm',
  },
  'lift-extend': {
    en: '{place}: extension taken back',
    ja: '{place}: 延長を取り消し',
    vi: '{place}: rút lại gia hạn',
  },
  'lift-exempt': {
    en: '{place}: exemption taken back',
    ja: '{place}: 免除を取り消し',
    vi: '{place}: rút lại miễn',
  },
  'lift-override': {
    en: '{place}: points taken back, what was seen counts again',
    ja: '{place}: 講師の点を取り消し、確認した結果に戻す',
    vi: '{place}: rút lại điểm đã cho, tính lại theo những gì đã thấy',
  },
  regrade: {
    en: '{place}: what was seen until now does not count any more',
    ja: '{place}: これまでに見たものを数えない',
    vi: '{place}: không tính những gì đã thấy đến lúc này',
  },
  move: { en: 'moved from {from} to {to}', ja: '{from} から {to} に変更', vi: 'chuyển từ {from} sang {to}' },
  withdraw: { en: 'withdrew', ja: 'クラスを離れた', vi: 'rời lớp' },
  rejoin: { en: 'came back', ja: 'クラスに戻った', vi: 'quay lại lớp' },
  everyLab: { en: 'every lab', ja: 'すべてのラボ', vi: 'mọi lab' },
  cleaned: { en: 'clean account', ja: 'アカウントの片付け', vi: 'dọn sạch tài khoản' },
});
