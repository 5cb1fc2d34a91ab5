import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  goOn: {
    en: 'Nothing was deleted. To delete what is listed as the course’s: {command}',
    ja: 'まだ何も削除していません。講座のものとして表示した分を削除するには: {command}',
    vi: 'Chưa xoá gì cả. Để xoá những gì được liệt kê là của khoá học: {command}',
  },
  badQuiet: {
    en: '--quiet wants a number of seconds, 0 or more',
    ja: '--quiet には 0 以上の秒数を指定してください',
    vi: '--quiet cần một số giây, từ 0 trở lên',
  },
  noSuchName: {
    en: 'nothing here is called "{name}". See the names: handson clean',
    ja: '「{name}」という名前のものはありません。名前を見るには: handson clean',
    vi: 'ở đây không có gì tên là "{name}". Xem tên: handson clean',
  },
  needsPlan: {
    en: 'nobody is here to be asked. Say which plan you mean, having read it: {command}',
    ja: 'ここでは確認の入力を受け取れません。計画を読んだうえで、どの計画かを指定してください: {command}',
    vi: 'không có ai để hỏi. Sau khi đọc kế hoạch, hãy chỉ rõ kế hoạch nào: {command}',
  },
  typeAccount: {
    en: 'To delete all that, type the name of the account ({account}):',
    ja: 'すべて削除するには、アカウントの名前（{account}）を入力してください:',
    vi: 'Để xoá tất cả, hãy gõ tên tài khoản ({account}):',
  },
  notTyped: {
    en: 'That is not this account. Nothing was deleted.',
    ja: 'このアカウントの名前ではありません。何も削除していません。',
    vi: 'Đó không phải tài khoản này. Chưa xoá gì cả.',
  },
  confirm: {
    en: 'It is not proven that the course made this. Is it yours, and may it go: {name}? [y/N]',
    ja: '講座で作ったものとは確かめられていません。自分のもので、削除してよいですか？ {name} [y/N]',
    vi: 'Chưa chứng minh được khoá học tạo ra nó. Nó là của bạn và được phép xoá chứ: {name}? [y/N]',
  },
  notConfirmed: {
    en: 'nothing was deleted.',
    ja: '何も削除していません。',
    vi: 'chưa xoá gì cả.',
  },
  otherAccount: {
    en: 'these credentials belong to the account {found}, and you chose {pinned}. Everything was stopped. Sign in to the first, or choose again: handson use aws',
    ja: 'この認証情報はアカウント {found} のもので、選ばれているのは {pinned} です。すべて中止しました。元のアカウントにサインインするか、選び直してください: handson use aws',
    vi: 'thông tin đăng nhập này thuộc tài khoản {found}, còn bạn đã chọn {pinned}. Mọi thứ đã dừng. Hãy đăng nhập lại tài khoản kia, hoặc chọn lại: handson use aws',
  },
  keeping: {
    en: 'Looking once more at what you have done, so that it is kept …',
    ja: '記録に残すため、できているところをもう一度確認しています…',
    vi: 'Đang xem lại lần nữa những gì bạn đã làm để lưu giữ …',
  },
  stoppedBefore: {
    en: 'Stopped. Nothing was deleted.',
    ja: '中断しました。何も削除していません。',
    vi: 'Đã dừng. Chưa xoá gì cả.',
  },
});
