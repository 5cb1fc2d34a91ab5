import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  which: {
    en: 'where to look, "{place}" or elsewhere? Say: handson use sandbox, or handson use aws',
    ja: '「{place}」は選べません。handson use sandbox か handson use aws を指定してください',
    vi: 'không có nơi thực hành "{place}". Hãy gõ: handson use sandbox, hoặc handson use aws',
  },
  noProfile: {
    en: 'there is no profile {profile} in your AWS configuration. See: aws configure list-profiles',
    ja: 'AWS の設定に {profile} というプロファイルはありません。一覧: aws configure list-profiles',
    vi: 'không có profile {profile} trong cấu hình AWS của bạn. Xem: aws configure list-profiles',
  },
  noRegion: {
    en: 'no region is set. Choose one: handson use aws --region ap-northeast-1 (Tokyo; Singapore is ap-southeast-1)',
    ja: 'リージョンが決まっていません。指定してください: handson use aws --region ap-northeast-1（東京）',
    vi: 'chưa chọn region. Hãy chọn: handson use aws --region ap-northeast-1 (Tokyo; Singapore là ap-southeast-1)',
  },
  root: {
    en: 'These are the credentials of the root user, which may do everything. Better make a user or use IAM Identity Center.',
    ja: 'これは何でもできるルートユーザーの認証情報です。IAM ユーザーや IAM Identity Center の利用をおすすめします。',
    vi: 'Đây là thông tin đăng nhập của root user, vốn làm được mọi thứ. Nên tạo user riêng hoặc dùng IAM Identity Center.',
  },
  stands: {
    en: 'These stand here already under names of the course: {names}. If they are yours from the course, handson clean takes them only when you name them; nothing else will touch them.',
    ja: '講座で使う名前のものがすでにあります: {names}。講座で作ったものなら、handson clean は名前を指定されたときだけ削除します。それ以外の操作では手を触れません。',
    vi: 'Ở đây đã có sẵn những thứ mang tên của khoá học: {names}. Nếu đó là bài làm của bạn, handson clean chỉ xoá khi bạn chỉ đích danh; ngoài ra không gì đụng đến chúng.',
  },
  badPrefix: {
    en: 'the prefix "{prefix}" will not do: a lower-case letter first, then up to 15 lower-case letters, digits or dashes, as mai-',
    ja: 'プレフィックス「{prefix}」は使えません。英小文字で始まり、英小文字・数字・ハイフンで 16 文字以内にしてください（例: mai-）',
    vi: 'tiền tố "{prefix}" không dùng được: bắt đầu bằng chữ thường, rồi tối đa 15 chữ thường, số hoặc gạch nối, ví dụ mai-',
  },
  calls: {
    en: 'To see your work work, a check may call your function (lambda:InvokeFunction), your API (HTTPS) and Translate, a few times a run: at list price less than one US cent for the whole course. Without that, checks read logs and settings only.',
    ja: 'できあがったものが本当に動くかを見るため、チェックは 1 回の実行につき数回、あなたの関数（lambda:InvokeFunction）と API（HTTPS）と Translate を呼び出すことがあります。料金は、講座全体でも定価で 1 セント未満です。許可しない場合は、ログと設定だけを読みます。',
    vi: 'Để thấy bài làm thật sự chạy, mỗi lần kiểm tra có thể gọi hàm (lambda:InvokeFunction), API (HTTPS) và Translate của bạn vài lần: tính theo giá niêm yết, cả khoá chưa tới một xu Mỹ. Nếu không cho phép, phần kiểm tra chỉ đọc log và cấu hình.',
  },
  callsQuestion: {
    en: 'May it call them? [y/N]',
    ja: '呼び出してよいですか？ [y/N]',
    vi: 'Cho phép gọi chứ? [y/N]',
  },
});
