import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  lessons: {
    en: 'The lessons and the checks are at {url} until Ctrl-C.',
    ja: 'レッスンとチェックは {url} で開けます（Ctrl-C で終了）。',
    vi: 'Bài học và phần kiểm tra ở {url} cho đến khi nhấn Ctrl-C.',
  },
  classBoard: {
    en: 'Your class is at {url}/class.',
    ja: 'クラスの状況は {url}/class で見られます。',
    vi: 'Lớp của bạn ở {url}/class.',
  },
  already: {
    en: 'They run already, at {url} (process {pid}).',
    ja: 'すでに {url} で動いています（プロセス {pid}）。',
    vi: 'Đã chạy sẵn tại {url} (tiến trình {pid}).',
  },
  otherSandbox: {
    en: 'The sandbox of process {pid} is used, at {endpoint}.',
    ja: 'プロセス {pid} のサンドボックス（{endpoint}）を使います。',
    vi: 'Dùng sandbox của tiến trình {pid}, tại {endpoint}.',
  },
  building: {
    en: 'Building the lessons: less than a minute, and only when something has changed …',
    ja: 'レッスンのページを作っています（1 分以内。変更があったときだけ行います）…',
    vi: 'Đang tạo trang bài học: chưa đến một phút, và chỉ khi có thay đổi …',
  },
  built: {
    en: 'The lessons are built ({seconds} s).',
    ja: 'レッスンのページができました（{seconds} 秒）。',
    vi: 'Đã tạo xong trang bài học ({seconds} giây).',
  },
  notBuilt: {
    en: 'The lessons could not be built; the checks work. To see why: npm run site',
    ja: 'レッスンのページを作れませんでした。チェックは使えます。理由を見るには: npm run site',
    vi: 'Không tạo được trang bài học; phần kiểm tra vẫn dùng được. Xem lý do: npm run site',
  },
  noSite: {
    en: 'There are no lessons to build here: package.json has no script "site". The checks work.',
    ja: '作るレッスンがありません（package.json に "site" スクリプトがありません）。チェックは使えます。',
    vi: 'Không có bài học để tạo: package.json không có script "site". Phần kiểm tra vẫn dùng được.',
  },
  badPort: {
    en: '"{port}" is no port: a number from 0 to 65535',
    ja: '「{port}」はポート番号ではありません（0 ～ 65535）',
    vi: '"{port}" không phải cổng: cần số từ 0 đến 65535',
  },
  portInUse: {
    en: 'port {port} is taken by {holder}. Name another with --port, or none.',
    ja: 'ポート {port} は {holder} が使っています。--port で別の番号を指定するか、省略してください。',
    vi: 'cổng {port} đang bị {holder} dùng. Hãy chọn cổng khác bằng --port, hoặc bỏ trống.',
  },
  someProcess: { en: 'another process', ja: '別のプロセス', vi: 'một tiến trình khác' },
});
