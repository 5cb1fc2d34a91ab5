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
  notJson: {
    en: '{file} cannot be read ({reason}). Mend it or take it back from a copy; nothing was changed',
    ja: '{file} を読めません（{reason}）。直すか、控えから戻してください。何も変更していません',
    vi: 'không đọc được {file} ({reason}). Hãy sửa lại hoặc lấy từ bản sao; chưa thay đổi gì',
  },
  faulty: {
    en: '{file} was edited and cannot be used as it is; nothing was changed. To mend ({faults}):',
    ja: '{file} は手で編集され、{faults} 個の誤りがあります。何も変更していません:',
    vi: '{file} đã bị sửa tay và có {faults} lỗi; chưa thay đổi gì:',
  },
  missing: { en: 'nothing there', ja: '値がありません', vi: 'không có gì' },
  object: {
    en: 'Wanted: an object, { … }',
    ja: '必要な形: オブジェクト { … }',
    vi: 'Cần: một đối tượng { … }',
  },
  list: { en: 'Wanted: a list, [ … ]', ja: '必要な形: 配列 [ … ]', vi: 'Cần: một danh sách [ … ]' },
  text: { en: 'Wanted: a text', ja: '必要な形: 文字列', vi: 'Cần: một chuỗi' },
  schema: {
    en: 'Wanted: "handson.class-file/1"; another version of this program may have written it',
    ja: '必要な値: "handson.class-file/1"。別の版のプログラムが書いたファイルかもしれません',
    vi: 'Cần: "handson.class-file/1"; có thể tệp do phiên bản khác của chương trình ghi',
  },
  account: {
    en: 'Wanted: an account id of 12 digits',
    ja: '必要な値: 12 桁のアカウント ID',
    vi: 'Cần: ID tài khoản gồm 12 chữ số',
  },
  time: {
    en: 'Wanted: a time such as 2026-12-01T09:00:00.000Z',
    ja: '必要な値: 2026-12-01T09:00:00.000Z のような日時',
    vi: 'Cần: thời điểm dạng 2026-12-01T09:00:00.000Z',
  },
  'local-time': {
    en: 'Wanted: a local time such as 2026-12-01T18:00, without a zone',
    ja: '必要な値: 2026-12-01T18:00 のような現地時刻（タイムゾーンなし）',
    vi: 'Cần: giờ địa phương dạng 2026-12-01T18:00, không kèm múi giờ',
  },
  zone: {
    en: 'Wanted: a time zone such as Asia/Tokyo',
    ja: '必要な値: Asia/Tokyo のようなタイムゾーン',
    vi: 'Cần: múi giờ dạng Asia/Tokyo',
  },
  points: {
    en: 'Wanted: a number, 0 or more',
    ja: '必要な値: 0 以上の数',
    vi: 'Cần: một số từ 0 trở lên',
  },
  percent: {
    en: 'Wanted: a number from 0 to 100',
    ja: '必要な値: 0 から 100 までの数',
    vi: 'Cần: một số từ 0 đến 100',
  },
  'one-of': { en: 'An unknown word', ja: '知らない語です', vi: 'Từ không rõ' },
  nothing: { en: 'A member that is not known', ja: '知らない項目です', vi: 'Mục không rõ' },
  'own-id': {
    en: 'Two learners have this id',
    ja: 'この ID の受講者が 2 人います',
    vi: 'Hai học viên trùng ID này',
  },
});
