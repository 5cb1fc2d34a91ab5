import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  number: { en: 'Hint {number} of {of}', ja: 'ヒント {number}/{of}', vi: 'Gợi ý {number}/{of}' },
  answer: { en: 'The answer', ja: '答え', vi: 'Đáp án' },
});
