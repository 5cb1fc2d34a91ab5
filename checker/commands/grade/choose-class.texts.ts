import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  none: {
    en: 'there is no class yet. Make one: handson class init NAME',
    ja: 'クラスがまだありません。作るには: handson class init NAME',
    vi: 'chưa có lớp nào. Tạo lớp: handson class init NAME',
  },
  which: {
    en: 'there is more than one class, so name one: {names}',
    ja: 'クラスが複数あります。次の中から名前を指定してください: {names}',
    vi: 'có nhiều lớp, hãy chỉ tên một lớp: {names}',
  },
  unknown: {
    en: 'there is no class "{name}". There is: {names}',
    ja: '「{name}」というクラスはありません。あるのは: {names}',
    vi: 'không có lớp "{name}". Hiện có: {names}',
  },
});
