import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  owned: {
    en: 'a sandbox runs already (process {pid}, port {port}). Use that one, or end it with Ctrl-C in its terminal.',
    ja: 'サンドボックスはすでに動いています（プロセス {pid}、ポート {port}）。それを使うか、そのターミナルで Ctrl-C を押して終了してください。',
    vi: 'đã có một sandbox đang chạy (tiến trình {pid}, cổng {port}). Hãy dùng nó, hoặc nhấn Ctrl-C ở cửa sổ của nó để dừng.',
  },
  portInUse: {
    en: 'port {port} is taken by {holder}. Name another: npx handson sandbox --port 4600',
    ja: 'ポート {port} は {holder} が使っています。別の番号を指定してください: npx handson sandbox --port 4600',
    vi: 'cổng {port} đang bị {holder} dùng. Hãy chọn cổng khác: npx handson sandbox --port 4600',
  },
  otherProcess: { en: 'another process', ja: '別のプロセス', vi: 'một tiến trình khác' },
  corrupt: {
    en: "the sandbox's state cannot be read: {path} ({detail}).",
    ja: 'サンドボックスの状態を読めません: {path}（{detail}）。',
    vi: 'không đọc được trạng thái của sandbox: {path} ({detail}).',
  },
  newer: {
    en: "the sandbox's state was written by a newer version of this program: {path} ({detail}).",
    ja: 'サンドボックスの状態は、より新しいバージョンのプログラムで書かれています: {path}（{detail}）。',
    vi: 'trạng thái của sandbox do phiên bản mới hơn của chương trình này ghi: {path} ({detail}).',
  },
  inUse: {
    en: "the sandbox's state is in use by another process: {path} ({detail}).",
    ja: 'サンドボックスの状態は別のプロセスが使用中です: {path}（{detail}）。',
    vi: 'trạng thái của sandbox đang được một tiến trình khác dùng: {path} ({detail}).',
  },
  unreadable: {
    en: "the sandbox's state cannot be opened: {path} ({detail}).",
    ja: 'サンドボックスの状態を開けません: {path}（{detail}）。',
    vi: 'không mở được trạng thái của sandbox: {path} ({detail}).',
  },
  keptAs: {
    en: 'It was kept as {file}, and an empty state was begun.',
    ja: '{file} として残し、空の状態から始めました。',
    vi: 'Tệp được giữ lại với tên {file}, và một trạng thái trống đã được tạo.',
  },
  installation: {
    en: '{path} is damaged. Move it away, and a new one is made; programs that hold the old secret must be told.',
    ja: '{path} が壊れています。別の場所に移すと新しく作られます。古いシークレットを使っているプログラムには新しい値を設定してください。',
    vi: '{path} bị hỏng. Hãy chuyển tệp đi nơi khác, tệp mới sẽ được tạo; chương trình nào đang giữ secret cũ thì cần cập nhật.',
  },
});
