import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  noLab: {
    en: 'there is no lab "{lab}".',
    ja: '「{lab}」というラボはありません。',
    vi: 'không có lab "{lab}".',
  },
  noStep: {
    en: 'the lab {lab} has no step "{step}".',
    ja: 'ラボ {lab} に「{step}」というステップはありません。',
    vi: 'lab {lab} không có bước "{step}".',
  },
  didYouMean: {
    en: 'Did you mean {meant}?',
    ja: '{meant} のことですか？',
    vi: 'Có phải bạn muốn gõ {meant}?',
  },
  allLabs: { en: 'All of them: handson list', ja: '一覧: handson list', vi: 'Xem tất cả: handson list' },
  allSteps: {
    en: 'Its steps: handson list {lab}',
    ja: 'ステップの一覧: handson list {lab}',
    vi: 'Các bước của lab: handson list {lab}',
  },
});
