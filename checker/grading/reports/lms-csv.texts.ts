import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  feedback: { en: 'Feedback: {lab}', ja: 'フィードバック: {lab}', vi: 'Phản hồi: {lab}' },
  cleaned: { en: 'Cleaned up', ja: '片付け', vi: 'Dọn dẹp' },
  done: { en: 'Everything is done.', ja: 'すべて完了しています。', vi: 'Đã xong tất cả.' },
  claimed: {
    en: 'Done by your own word; not seen yet, so it has no grade. This is not a zero.',
    ja: 'ご本人の申告では完了していますが、まだ確認できていないため、採点していません。0 点ではありません。',
    vi: 'Bạn khai là đã xong nhưng chưa ai xem được nên chưa có điểm; đây không phải là 0 điểm.',
  },
  notSeen: {
    en: 'Could not be seen yet; this is not a zero.',
    ja: 'まだ確認できていません。0 点ではありません。',
    vi: 'Chưa xem được; đây không phải là 0 điểm.',
  },
});
