import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  noLearner: {
    en: 'nobody in the class has the id, name or e-mail address "{word}".',
    ja: 'ID・名前・メールアドレスが「{word}」の人はクラスにいません。',
    vi: 'không ai trong lớp có ID, tên hay e-mail là "{word}".',
  },
  didYouMean: {
    en: 'Did you mean {nearest}?',
    ja: '{nearest} のことですか？',
    vi: 'Có phải bạn muốn {nearest}?',
  },
  manyLearners: {
    en: '{learners} in the class are called "{word}"; give the id: {ids}',
    ja: '「{word}」に当てはまる人が {learners} 人います。ID で指定してください: {ids}',
    vi: 'có {learners} người trong lớp khớp với "{word}"; hãy dùng ID: {ids}',
  },
  everybody: {
    en: 'All of them: handson class show',
    ja: '一覧: handson class show',
    vi: 'Xem tất cả: handson class show',
  },
});
