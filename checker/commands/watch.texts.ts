import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  watching: {
    en: 'Looking again every {seconds} s. Ctrl-C ends it.',
    ja: '{seconds} 秒ごとに見直します。Ctrl-C で終わります。',
    vi: 'Cứ {seconds} giây xem lại một lần. Nhấn Ctrl-C để dừng.',
  },
  labDone: { en: 'This lab is done.', ja: 'このラボは完了です。', vi: 'Lab này đã xong.' },
});
