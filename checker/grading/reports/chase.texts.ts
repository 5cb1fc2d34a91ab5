import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  subject: {
    en: '{class}: some of your steps cannot be told yet',
    ja: '{class}: 確認できていないステップがあります',
    vi: '{class}: có bước chưa rõ kết quả',
  },
  unreadable: {
    en: 'Hello {name}, your account could not be seen. Steps still open: {steps}. This is not a zero.',
    ja: '{name} さん、アカウントを確認できないため、{steps} 個のステップが未確認のままです。0 点ではありません。',
    vi: 'Chào {name}, chưa xem được tài khoản của bạn nên còn {steps} bước chưa rõ. Đây không phải là 0 điểm.',
  },
  unsafe: {
    en: 'Hello {name}, the role in your account opens for anybody who knows its name, so it was not used. Steps still open: {steps}. This is not a zero.',
    ja: '{name} さん、アカウントのロールが外部 ID なしで誰にでも使える状態のため使用せず、{steps} 個のステップが未確認のままです。0 点ではありません。',
    vi: 'Chào {name}, role trong tài khoản của bạn mở được cho bất kỳ ai biết tên nó nên chúng tôi không dùng, còn {steps} bước chưa rõ. Đây không phải là 0 điểm.',
  },
  notLooked: {
    en: 'Hello {name}, nobody has looked at your work yet.',
    ja: '{name} さんの作業はまだ確認していません。',
    vi: 'Chào {name}, bài làm của bạn chưa được xem.',
  },
  notHandedIn: {
    en: 'Hello {name}, nothing of yours has been handed in yet. Please run the command below and send the file it writes.',
    ja: '{name} さんからの提出がまだありません。下のコマンドを実行し、書き出されたファイルを送ってください。',
    vi: 'Chào {name}, bạn chưa nộp bài. Hãy chạy lệnh dưới đây rồi gửi tệp được tạo ra.',
  },
  claimed: {
    en: 'Hello {name}, some of your work is known by your word alone and could not be seen. Steps: {steps}.',
    ja: '{name} さん、{steps} 個のステップはご本人の申告だけで、まだ確認できていません。',
    vi: 'Chào {name}, {steps} bước mới chỉ dựa vào lời khai của bạn, chúng tôi chưa xem được.',
  },
  partly: {
    en: 'Hello {name}, not all of your work could be seen. Steps still open: {steps}; the first: {step}. This is not a zero.',
    ja: '{name} さん、{steps} 個のステップを確認できませんでした。最初のものは「{step}」です。0 点ではありません。',
    vi: 'Chào {name}, {steps} bước không xem được. Bước đầu tiên là {step}. Đây không phải là 0 điểm.',
  },
  waiting: {
    en: 'Hello {name}, AWS was late: {step} is looked at again. There is nothing to do.',
    ja: '{name} さん、AWS への反映待ちのため、「{step}」をもう一度確認します。することはありません。',
    vi: 'Chào {name}, AWS cập nhật chậm: {step} sẽ được xem lại. Bạn không cần làm gì.',
  },
  blocked: {
    en: 'Hello {name}, an earlier step comes first: {step}. Steps that wait for it: {steps}.',
    ja: '{name} さん、{steps} 個のステップは前のステップ「{step}」が終わるのを待っています。',
    vi: 'Chào {name}, {steps} bước đang chờ bước trước: {step}.',
  },
});
