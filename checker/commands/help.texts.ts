import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  about: {
    en: 'Serverless Hands-on: a course in AWS serverless that you can do, not only read.',
    ja: 'Serverless Hands-on：読むだけでなく、手を動かして学ぶ AWS サーバーレス講座。',
    vi: 'Serverless Hands-on: khoá học AWS serverless để làm, không chỉ để đọc.',
  },
  usage: { en: 'Usage', ja: '使い方', vi: 'Cách dùng' },
  commandWord: { en: 'COMMAND', ja: 'コマンド', vi: 'LỆNH' },
  optionsWord: { en: 'OPTIONS', ja: 'オプション', vi: 'TUỲ CHỌN' },
  commands: { en: 'Commands', ja: 'コマンド', vi: 'Các lệnh' },
  verbs: { en: 'What it does', ja: 'できること', vi: 'Các việc' },
  options: { en: 'Options', ja: 'オプション', vi: 'Tuỳ chọn' },
  everywhere: { en: 'With every command', ja: 'どのコマンドでも', vi: 'Dùng được với mọi lệnh' },
  exitCodes: { en: 'Exit codes', ja: '終了コード', vi: 'Mã thoát (exit code)' },
  yes: { en: 'yes: it is so', ja: 'はい: そのとおり', vi: 'có: đúng như vậy' },
  no: {
    en: 'no: something is not done yet, or is left',
    ja: 'いいえ: まだできていない、または残っているものがある',
    vi: 'không: có việc chưa xong, hoặc còn sót lại',
  },
  cannotTell: {
    en: 'cannot tell: could not look, or still waiting',
    ja: 'わからない: 確認できなかった、またはまだ待っている',
    vi: 'chưa biết: không xem được, hoặc còn đang chờ',
  },
  usageCode: { en: 'wrong usage', ja: '使い方の誤り', vi: 'dùng sai cách' },
  ourFault: { en: 'our own fault', ja: 'こちらの不具合', vi: 'lỗi của chương trình' },
  stopped: { en: 'stopped by Ctrl-C', ja: 'Ctrl-C で中断', vi: 'bị dừng bằng Ctrl-C' },
});
