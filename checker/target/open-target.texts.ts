import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  unreadable: {
    en: 'the file {file}, which says where to look, cannot be read ({reason}). Choose again: handson use sandbox, or handson use aws',
    ja: 'チェックの対象を記録したファイル {file} を読めません（{reason}）。選び直してください: handson use sandbox または handson use aws',
    vi: 'không đọc được tệp {file}, nơi ghi lựa chọn nơi thực hành ({reason}). Hãy chọn lại: handson use sandbox hoặc handson use aws',
  },
  sandboxProblem: {
    en: 'the sandbox could not be opened: {reason}',
    ja: 'サンドボックスを開けませんでした: {reason}',
    vi: 'không mở được sandbox: {reason}',
  },
  otherEndpoint: {
    en: 'you chose {pinned}, but this terminal now points at {found} (AWS_ENDPOINT_URL, or endpoint_url of the profile). Unset it, or choose again: handson use aws',
    ja: '選ばれているのは {pinned} ですが、このターミナルは {found} を指しています（AWS_ENDPOINT_URL またはプロファイルの endpoint_url）。設定を外すか、選び直してください: handson use aws',
    vi: 'bạn đã chọn {pinned}, nhưng cửa sổ dòng lệnh này đang trỏ tới {found} (AWS_ENDPOINT_URL hoặc endpoint_url của profile). Hãy bỏ thiết lập đó, hoặc chọn lại: handson use aws',
  },
  otherAccount: {
    en: 'you chose the account {pinned}, but these credentials belong to {found}. Nothing was done. Sign in to the first, or choose again: handson use aws',
    ja: '選ばれているアカウントは {pinned} ですが、この認証情報は {found} のものです。何も実行していません。元のアカウントにサインインするか、選び直してください: handson use aws',
    vi: 'bạn đã chọn tài khoản {pinned}, nhưng thông tin đăng nhập này thuộc về {found}. Chưa làm gì cả. Hãy đăng nhập lại tài khoản kia, hoặc chọn lại: handson use aws',
  },
  again: { en: 'Try again: handson check', ja: 'もう一度: handson check', vi: 'Thử lại: handson check' },
});
