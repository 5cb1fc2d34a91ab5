import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  ourFault: {
    en: 'something went wrong that should not: {message}\nThis is our fault, not yours. Run the same command again with --debug and report what it prints (CONTRIBUTING.md says where).',
    ja: '起きてはならない問題が起きました: {message}\nこれはこちらの不具合で、あなたの操作のせいではありません。同じコマンドに --debug を付けてもう一度実行し、その表示を添えてお知らせください（報告先は CONTRIBUTING.md にあります）。',
    vi: 'đã xảy ra một lỗi lẽ ra không được có: {message}\nĐây là lỗi của chương trình, không phải của bạn. Hãy chạy lại đúng lệnh đó kèm --debug rồi gửi cho chúng tôi nội dung in ra (xem nơi báo lỗi trong CONTRIBUTING.md).',
  },
});
