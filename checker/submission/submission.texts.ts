import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  claimed: {
    en: 'Claimed: the learner’s own checks saw this pass once. Nobody else did.',
    ja: '自己申告: 受講者の環境では一度合格しています。ほかの誰も確認していません。',
    vi: 'Tự khai: máy của học viên từng thấy bước này đạt. Chưa ai khác xác nhận.',
  },
  cut: {
    en: 'The code was run shut in, and all of it was ended ({why}): what it would have answered was not seen.',
    ja: '隔離して実行したコードを途中で打ち切ったため（{why}）、結果を確認できませんでした。',
    vi: 'Mã được chạy cách ly và đã bị dừng giữa chừng ({why}) nên chưa thấy được kết quả.',
  },
  cutNext: {
    en: 'Look into the code. If there is nothing wrong with it, grade again when this computer has less to do.',
    ja: 'コードを確認してください。問題がなければ、コンピューターが空いているときに採点し直してください。',
    vi: 'Hãy xem mã. Nếu mã không có gì sai, hãy chấm lại khi máy rảnh hơn.',
  },
  restsOnPast: {
    en: 'Claimed: this rests on what the file tells of the past (log lines, rows), which was written on the learner’s computer.',
    ja: '自己申告: 受講者のコンピューターに残った過去の記録（ログや行）に基づく判定です。',
    vi: 'Tự khai: kết quả này dựa vào những gì tệp kể về quá khứ (log, dòng dữ liệu), được ghi trên máy của học viên.',
  },
});
