import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  denied: {
    en: 'I was not allowed to look: these credentials lack {action} on {resource}.',
    ja: '見ることを許可されませんでした。この認証情報には、{resource} に対する {action} の権限がありません。',
    vi: 'Tôi không được phép xem: thông tin đăng nhập này thiếu quyền {action} trên {resource}.',
  },
  deniedNext: {
    en: 'Add this to the policy of whoever runs the check: {policy}  (all of it: handson policy checker)',
    ja: 'チェックを実行する人のポリシーに、次のステートメントを足してください: {policy}（全体は handson policy checker）',
    vi: 'Thêm dòng này vào policy của người chạy kiểm tra: {policy}  (toàn bộ: handson policy checker)',
  },
  throttled: {
    en: 'AWS asked to slow down ({code}), again and again.',
    ja: 'AWS から「呼び出しが多すぎる」という応答が続きました（{code}）。',
    vi: 'AWS liên tục yêu cầu chậm lại ({code}).',
  },
  again: {
    en: 'Nothing is wrong with your work. Try again in a minute: handson check',
    ja: 'あなたの作業に問題はありません。1 分ほど待って、もう一度: handson check',
    vi: 'Bài làm của bạn không sai. Đợi một phút rồi thử lại: handson check',
  },
  expired: {
    en: 'AWS does not accept the credentials of this terminal any more ({code}).',
    ja: 'このターミナルの認証情報は、もう AWS に受け付けられません（{code}）。',
    vi: 'AWS không còn chấp nhận thông tin đăng nhập của cửa sổ dòng lệnh này ({code}).',
  },
  expiredNext: {
    en: 'Sign in again (aws login, or aws sso login), then: handson check',
    ja: 'もう一度サインインしてから（aws login または aws sso login）: handson check',
    vi: 'Đăng nhập lại (aws login hoặc aws sso login), rồi: handson check',
  },
  expiredCommand: {
    en: 'Sign in again: {command}  Then: handson check',
    ja: 'もう一度サインインしてください: {command}  そのあと: handson check',
    vi: 'Đăng nhập lại: {command}  Rồi: handson check',
  },
  notSubscribed: {
    en: 'This account may not use the service yet ({code}). New accounts sometimes wait up to a day.',
    ja: 'このアカウントではまだこのサービスを使えません（{code}）。新しいアカウントでは 1 日ほどかかることがあります。',
    vi: 'Tài khoản này chưa được phép dùng dịch vụ đó ({code}). Tài khoản mới có khi phải đợi đến một ngày.',
  },
  notSubscribedNext: {
    en: 'Go on in the sandbox meanwhile: handson use sandbox',
    ja: 'その間はサンドボックスで続けられます: handson use sandbox',
    vi: 'Trong lúc chờ, hãy học tiếp trong sandbox: handson use sandbox',
  },
  clock: {
    en: 'The clock of this computer differs too much from AWS’s.',
    ja: 'このコンピューターの時計が AWS の時刻と大きくずれています。',
    vi: 'Đồng hồ của máy này lệch quá nhiều so với AWS.',
  },
  clockNext: {
    en: 'Set the clock, then look: handson doctor',
    ja: '時計を合わせてから確かめてください: handson doctor',
    vi: 'Chỉnh lại đồng hồ, rồi xem: handson doctor',
  },
  region: {
    en: 'The region {region} does not answer for this account; perhaps it is not switched on.',
    ja: 'リージョン {region} はこのアカウントで応答しません。有効になっていないのかもしれません。',
    vi: 'Region {region} không trả lời cho tài khoản này; có thể region chưa được bật.',
  },
  regionNext: {
    en: 'Choose another: handson use aws --region ap-northeast-1',
    ja: '別のリージョンを選んでください: handson use aws --region ap-northeast-1',
    vi: 'Chọn region khác: handson use aws --region ap-northeast-1',
  },
  network: {
    en: 'AWS could not be reached ({code}).',
    ja: 'AWS に接続できませんでした（{code}）。',
    vi: 'Không kết nối được tới AWS ({code}).',
  },
  networkNext: {
    en: 'Look at the connection, then: handson check',
    ja: 'ネットワークを確かめてから: handson check',
    vi: 'Kiểm tra kết nối mạng, rồi: handson check',
  },
  broken: {
    en: 'AWS answered with an error of its own ({code}).',
    ja: 'AWS 側でエラーが起きました（{code}）。',
    vi: 'AWS trả về một lỗi của chính nó ({code}).',
  },
  blocked: {
    en: 'This step comes after: {steps}.',
    ja: '先に次のステップを終えてください: {steps}',
    vi: 'Bước này làm sau khi xong: {steps}.',
  },
  tooLong: {
    en: 'Looking took longer than {seconds} seconds.',
    ja: '{seconds} 秒待っても読み終わりませんでした。',
    vi: 'Đã xem quá {seconds} giây mà vẫn chưa xong.',
  },
});
