import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  allPassed: {
    en: 'All steps are done ({steps}). See what is next: handson list',
    ja: '{steps} 個のステップがすべて完了しました。次に進みましょう: handson list',
    vi: 'Đã xong cả {steps} bước. Xem việc tiếp theo: handson list',
  },
  some: {
    en: 'Steps done: {passed} of {steps}.',
    ja: '{steps} 個中 {passed} 個のステップが完了しています。',
    vi: 'Đã xong {passed}/{steps} bước.',
  },
  hint: {
    en: 'A hint: handson hint {lab} {step}',
    ja: 'ヒント: handson hint {lab} {step}',
    vi: 'Gợi ý: handson hint {lab} {step}',
  },
  otherPlace: {
    en: 'I looked in the sandbox. Did you work in your own account? Then: handson use aws',
    ja: '見たのはサンドボックスです。自分のアカウントで作業しましたか？ それなら: handson use aws',
    vi: 'Tôi đã xem trong sandbox. Có phải bạn làm trong tài khoản của mình? Vậy thì: handson use aws',
  },
});
