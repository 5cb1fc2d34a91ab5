import type { Figure } from '#site/figures/figure.ts';

export const twoDeploys: Figure = {
  title: {
    en: 'Two buttons called Deploy: one for the code, one for the API',
    ja: 'デプロイは 2 種類：コードのデプロイと API のデプロイ',
    vi: 'Hai nút Deploy: một cho mã, một cho API',
  },
  desc: {
    en: 'On the left: what you type in the code editor is a draft; Deploy in the code editor makes it the code that runs; Test and the API run that code. On the right: resources and methods in API Gateway are a draft; Deploy API makes a snapshot in the stage dev; the address answers from that snapshot. Neither button does the work of the other.',
    ja: '左側：コードエディターに書いたものは下書きで、エディターの Deploy を押すと実行されるコードになります。テストも API もそのコードを実行します。右側：API Gateway のリソースとメソッドは下書きで、「API をデプロイ」を押すとステージ dev のスナップショットになり、URL はそこから応答します。どちらのボタンも、もう一方の代わりにはなりません。',
    vi: 'Bên trái: những gì bạn gõ trong trình soạn mã chỉ là bản nháp; nút Deploy ở đó biến nó thành mã được chạy; Test và API chạy mã ấy. Bên phải: resource và method trong API Gateway là bản nháp; Deploy API chụp lại vào stage dev; địa chỉ trả lời từ bản chụp đó. Nút này không làm thay nút kia.',
  },
  boxes: [
    {
      id: 'code',
      at: [0, 0],
      kind: 'draft',
      label: { en: 'Code editor', ja: 'コードエディター', vi: 'Trình soạn mã' },
      note: { en: 'a draft: nobody runs it', ja: '下書き：まだ動かない', vi: 'bản nháp: chưa ai chạy' },
    },
    {
      id: 'api',
      at: [1, 0],
      kind: 'draft',
      label: { en: 'Resources and methods', ja: 'リソースとメソッド', vi: 'Resource và method' },
      note: {
        en: 'a draft: nobody can call it',
        ja: '下書き：まだ呼べない',
        vi: 'bản nháp: chưa ai gọi được',
      },
    },
    {
      id: 'function',
      at: [0, 1],
      kind: 'live',
      label: { en: 'Lambda function', ja: 'Lambda 関数', vi: 'Hàm Lambda' },
      note: { en: 'the code that runs', ja: '実際に動くコード', vi: 'mã đang chạy' },
    },
    {
      id: 'stage',
      at: [1, 1],
      kind: 'live',
      label: { en: 'Stage dev', ja: 'ステージ dev', vi: 'Stage dev' },
      note: { en: 'the snapshot that answers', ja: '応答するスナップショット', vi: 'bản chụp trả lời' },
    },
    {
      id: 'test',
      at: [0, 2],
      kind: 'person',
      label: { en: 'Test, or the API', ja: 'テスト、または API', vi: 'Test, hoặc API' },
    },
    {
      id: 'caller',
      at: [1, 2],
      kind: 'person',
      label: { en: 'The invoke URL', ja: '呼び出し URL', vi: 'Invoke URL' },
    },
  ],
  arrows: [
    { from: 'code', to: 'function', label: { en: 'Deploy', ja: 'Deploy', vi: 'Deploy' } },
    { from: 'api', to: 'stage', label: { en: 'Deploy API', ja: 'API をデプロイ', vi: 'Deploy API' } },
    { from: 'test', to: 'function', label: { en: 'runs', ja: '実行する', vi: 'chạy' } },
    { from: 'caller', to: 'stage', label: { en: 'calls', ja: '呼び出す', vi: 'gọi' } },
  ],
};
