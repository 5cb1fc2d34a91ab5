import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  feedback: { en: 'Feedback: {lab}', ja: 'フィードバック: {lab}', vi: 'Phản hồi: {lab}' },
  cleaned: { en: 'Cleaned up', ja: '片付け', vi: 'Dọn dẹp' },
  done: { en: 'Everything is done.', ja: 'すべて完了しています。', vi: 'Đã xong tất cả.' },
  notSeen: {
    en: 'Could not be seen yet; this is not a zero.',
    ja: 'まだ確認できていません。0 点ではありません。',
    vi: 'Chưa xem được; đây không phải là 0 điểm.',
  },
});
