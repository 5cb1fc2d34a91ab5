import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  minutes: { en: '{minutes} min', ja: '約 {minutes} 分', vi: '{minutes} phút' },
  progress: { en: '{done} of {steps} steps', ja: '{steps} 個中 {done} 個完了', vi: '{done}/{steps} bước' },
  earned: { en: 'done', ja: '完了', vi: 'xong' },
  provided: { en: 'provided', ja: '代行', vi: 'làm hộ' },
  open: { en: 'open', ja: '未着手', vi: 'chưa làm' },
  optional: { en: 'optional', ja: '任意', vi: 'tuỳ chọn' },
});
