import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  runs: {
    en: 'The sandbox answers at {endpoint} until Ctrl-C.',
    ja: 'サンドボックスは {endpoint} で応答します（Ctrl-C で終了）。',
    vi: 'Sandbox trả lời tại {endpoint} cho đến khi nhấn Ctrl-C.',
  },
  apis: {
    en: 'APIs that you deploy answer at {endpoint}/_api/ID/STAGE/…',
    ja: 'デプロイした API は {endpoint}/_api/ID/STAGE/… で応答します。',
    vi: 'API bạn deploy trả lời tại {endpoint}/_api/ID/STAGE/…',
  },
  howTo: {
    en: 'To let the aws command of another terminal talk to it (fish and powershell too):',
    ja: '別のターミナルの aws コマンドから使うには（fish、powershell も可）:',
    vi: 'Để lệnh aws ở cửa sổ dòng lệnh khác nói chuyện với nó (có cả fish và powershell):',
  },
  rights: {
    en: 'The code of your functions runs on this computer with your own rights.',
    ja: '関数のコードは、このコンピューター上であなた自身の権限で動きます。',
    vi: 'Mã của các hàm chạy trên chính máy này, với quyền của chính bạn.',
  },
  noShell: {
    en: 'there is no shell "{shell}" here: {known}',
    ja: '「{shell}」には対応していません: {known}',
    vi: 'chưa hỗ trợ shell "{shell}": {known}',
  },
  noneRuns: {
    en: 'no sandbox runs. Start one in another terminal: npx handson sandbox',
    ja: 'サンドボックスが動いていません。別のターミナルで起動してください: npx handson sandbox',
    vi: 'chưa có sandbox nào chạy. Hãy chạy ở cửa sổ dòng lệnh khác: npx handson sandbox',
  },
  badPort: {
    en: '"{port}" is no port: a number from 0 to 65535',
    ja: '「{port}」はポート番号ではありません（0 ～ 65535）',
    vi: '"{port}" không phải cổng: cần số từ 0 đến 65535',
  },
});
