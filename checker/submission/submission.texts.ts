import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  claimed: {
    en: 'Claimed: the learner’s own checks saw this pass once. Nobody else did.',
    ja: '自己申告: 受講者の環境では一度合格しています。ほかの誰も確認していません。',
    vi: 'Tự khai: máy của học viên từng thấy bước này đạt. Chưa ai khác xác nhận.',
  },
  restsOnPast: {
    en: 'Claimed: this rests on what the file tells of the past (log lines, rows), which was written on the learner’s computer.',
    ja: '自己申告: 受講者のコンピューターに残った過去の記録（ログや行）に基づく判定です。',
    vi: 'Tự khai: kết quả này dựa vào những gì tệp kể về quá khứ (log, dòng dữ liệu), được ghi trên máy của học viên.',
  },
});
