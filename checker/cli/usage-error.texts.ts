import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  command: {
    en: 'there is no command "{word}".',
    ja: '「{word}」というコマンドはありません。',
    vi: 'không có lệnh "{word}".',
  },
  verb: {
    en: 'handson {command} knows no "{word}".',
    ja: 'handson {command} に「{word}」はありません。',
    vi: 'handson {command} không có "{word}".',
  },
  strayOption: {
    en: 'handson {command} has no option --{option}. It takes: {names}',
    ja: 'handson {command} に --{option} は使えません。使えるのは: {names}',
    vi: 'handson {command} không có tuỳ chọn --{option}. Dùng được: {names}',
  },
  option: {
    en: 'there is no option {word} here.',
    ja: 'オプション {word} はここでは使えません。',
    vi: 'ở đây không có tuỳ chọn {word}.',
  },
  didYouMean: {
    en: 'Did you mean {suggestion}?',
    ja: '{suggestion} のことですか？',
    vi: 'Có phải bạn muốn gõ {suggestion}?',
  },
  seeHelp: {
    en: '"{help}" shows what there is.',
    ja: '「{help}」で一覧を表示できます。',
    vi: 'Gõ "{help}" để xem có những gì.',
  },
  needsValue: {
    en: '{option} needs a value: {option} {value}',
    ja: '{option} には値が必要です: {option} {value}',
    vi: '{option} cần một giá trị: {option} {value}',
  },
  takesNoValue: {
    en: '{option} takes no value.',
    ja: '{option} に値は付けられません。',
    vi: '{option} không nhận giá trị.',
  },
  lang: {
    en: 'the course does not speak "{word}" yet. It speaks: {known}.',
    ja: '「{word}」にはまだ対応していません。使える言語: {known}',
    vi: 'khoá học chưa có ngôn ngữ "{word}". Hiện có: {known}.',
  },
  tooMany: {
    en: '"{word}" is one word too many. See: handson help {command}',
    ja: '「{word}」は余分です。使い方: handson help {command}',
    vi: '"{word}" là từ thừa. Xem: handson help {command}',
  },
  tooFew: {
    en: 'something is missing: handson {command} {operands}',
    ja: '指定が足りません: handson {command} {operands}',
    vi: 'còn thiếu: handson {command} {operands}',
  },
});
