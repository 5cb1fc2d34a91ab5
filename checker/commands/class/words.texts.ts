import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  badTime: {
    en: '"{word}" is no time. Write it as the class’s clock shows it, without a zone: 2026-12-01T18:00',
    ja: '「{word}」は日時として読めません。クラスの現地時刻をタイムゾーンなしで書いてください: 2026-12-01T18:00',
    vi: '"{word}" không phải thời điểm. Hãy viết theo giờ của lớp, không kèm múi giờ: 2026-12-01T18:00',
  },
  badPoints: {
    en: '"{word}" are no points: a number such as 2 or 0.5',
    ja: '「{word}」は点数として読めません。2 や 0.5 のような数を指定してください',
    vi: '"{word}" không phải số điểm; hãy dùng số như 2 hoặc 0.5',
  },
  noValue: {
    en: '--{option} takes LAB=VALUE, not "{word}"',
    ja: '--{option} は LAB=値 の形で指定します（「{word}」は使えません）',
    vi: '--{option} nhận dạng LAB=GIÁ_TRỊ, không phải "{word}"',
  },
});
