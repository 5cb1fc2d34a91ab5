import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  noLab: {
    en: 'there is no lab "{lab}". Did you mean {nearest}? All of them: handson list',
    ja: '「{lab}」というラボはありません。{nearest} のことですか？ 一覧: handson list',
    vi: 'không có lab "{lab}". Có phải bạn muốn {nearest}? Xem tất cả: handson list',
  },
  noStep: {
    en: 'the lab {lab} has no step "{step}". Did you mean {nearest}?',
    ja: 'ラボ {lab} に「{step}」というステップはありません。{nearest} のことですか？',
    vi: 'lab {lab} không có bước "{step}". Có phải bạn muốn {nearest}?',
  },
});
