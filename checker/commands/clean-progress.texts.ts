import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  removing: { en: 'deleting {name}', ja: '削除中: {name}', vi: 'đang xoá {name}' },
  wait: {
    en: 'AWS wants a wait of {seconds} s before {name}',
    ja: 'AWS の制限により {seconds} 秒待ちます: {name}',
    vi: 'theo giới hạn của AWS, phải đợi {seconds} giây trước khi xoá {name}',
  },
  quiet: {
    en: 'waiting {seconds} s for late logs, then looking once more',
    ja: '遅れて届くログに備えて {seconds} 秒待ち、もう一度確認します',
    vi: 'đợi {seconds} giây phòng log đến muộn, rồi xem lại lần nữa',
  },
  back: { en: 'came back: {name}', ja: '戻ってきました: {name}', vi: 'xuất hiện lại: {name}' },
  gone: { en: 'gone: {name}', ja: '削除を確認: {name}', vi: 'đã xoá hẳn: {name}' },
});
