import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  pass: { en: 'done', ja: '完了', vi: 'xong' },
  fail: { en: 'not yet', ja: '未完了', vi: 'chưa xong' },
  waiting: { en: 'waiting', ja: '待機中', vi: 'đang chờ' },
  blocked: { en: 'later', ja: 'このあと', vi: 'làm sau' },
  unknown: { en: 'cannot tell', ja: '確認不可', vi: 'chưa rõ' },
  optional: { en: 'optional', ja: '任意', vi: 'tuỳ chọn' },
  kept: { en: 'seen before', ja: '以前に確認', vi: 'đã thấy trước đó' },
  evidence: {
    en: 'expected {expected}, found {found}',
    ja: '期待 {expected}、実際 {found}',
    vi: 'cần {expected}, thấy {found}',
  },
  lookingAgain: {
    en: '… {step}: AWS is late here; looking again in {seconds} s',
    ja: '… {step}: AWS の反映を待っています。{seconds} 秒後にもう一度見ます',
    vi: '… {step}: AWS đang trễ; {seconds} giây nữa xem lại',
  },
  stopped: {
    en: 'Stopped. Steps not looked at: {steps}.',
    ja: '中断しました。{steps} 個のステップは見ていません。',
    vi: 'Đã dừng; còn {steps} bước chưa xem.',
  },
});
