import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  lang: {
    en: 'the language of the output (default: your locale)',
    ja: '表示する言語（既定は環境のロケール）',
    vi: 'ngôn ngữ hiển thị (mặc định theo hệ thống của bạn)',
  },
  json: {
    en: 'print JSON for a program, and nothing else',
    ja: 'プログラム向けに JSON だけを出力する',
    vi: 'chỉ in JSON để chương trình khác đọc',
  },
  plain: {
    en: 'no spinner, no repaint, words besides signs; also ACCESSIBLE=1',
    ja: '回転表示や書き換えをせず、記号に言葉を添える（ACCESSIBLE=1 でも同じ）',
    vi: 'không hiệu ứng, không vẽ lại, có chữ bên cạnh ký hiệu; hoặc đặt ACCESSIBLE=1',
  },
  debug: {
    en: 'show the stack of an error',
    ja: 'エラーのスタックを表示する',
    vi: 'hiện ngăn xếp khi có lỗi',
  },
  helpOption: {
    en: 'show this help, or that of a command',
    ja: 'このヘルプ、またはコマンドのヘルプを表示する',
    vi: 'hiện trợ giúp này, hoặc của một lệnh',
  },
  versionOption: {
    en: 'show the version',
    ja: 'バージョンを表示する',
    vi: 'hiện phiên bản',
  },
  doctor: {
    en: 'look whether this computer is ready, and say what to do if not',
    ja: 'このパソコンの準備ができているかを調べ、足りないものの直し方を示す',
    vi: 'xem máy này đã sẵn sàng chưa, nếu chưa thì chỉ cách sửa',
  },
  doctorWelcome: {
    en: 'begin with what is here and where to start; exit 0',
    ja: '最初に何があるか、どこから始めるかを示す（終了コードは 0）',
    vi: 'mở đầu bằng việc ở đây có gì và bắt đầu từ đâu; thoát với mã 0',
  },
  help: {
    en: 'show all commands, or one in full',
    ja: 'すべてのコマンド、または一つのコマンドの詳しい説明を表示する',
    vi: 'hiện mọi lệnh, hoặc chi tiết một lệnh',
  },
  version: {
    en: 'show the version',
    ja: 'バージョンを表示する',
    vi: 'hiện phiên bản',
  },
});
