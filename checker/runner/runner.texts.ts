import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  ourFault: {
    en: 'this is a fault of ours: {message}',
    ja: 'これはこちらの不具合です: {message}',
    vi: 'đây là lỗi của chúng tôi: {message}',
  },
  otherAccount: {
    en: 'this page showed the account {shown}, but {pinned} is chosen now. Nothing was done.',
    ja: 'このページに表示されていたのはアカウント {shown} ですが、今選ばれているのは {pinned} です。何も実行していません。',
    vi: 'trang này hiển thị tài khoản {shown}, nhưng hiện đang chọn {pinned}. Chưa làm gì cả.',
  },
  noSite: {
    en: 'The lessons have not been built yet.',
    ja: 'レッスンのページはまだ作られていません。',
    vi: 'Các trang bài học chưa được tạo.',
  },
  noSiteNext: {
    en: 'The checks work without them: npx handson list',
    ja: 'チェックはページがなくても使えます: npx handson list',
    vi: 'Phần kiểm tra vẫn dùng được khi chưa có các trang đó: npx handson list',
  },
  noPage: {
    en: 'There is no page here. Go to the beginning: /',
    ja: 'ここにページはありません。最初のページへ: /',
    vi: 'Không có trang nào ở đây. Về trang đầu: /',
  },
});
