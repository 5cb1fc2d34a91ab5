import type { Figure } from '#site/figures/figure.ts';

export const requestPath: Figure = {
  title: {
    en: 'The way of one request, there and back',
    ja: '1 つのリクエストの行きと帰り',
    vi: 'Đường đi của một request, lượt đi và lượt về',
  },
  desc: {
    en: 'The caller asks for /translate. The method request looks at the parameter input_text; the integration request hands the whole request to Lambda as an event; the function answers with statusCode, headers and body. With proxy integration the integration response and the method response pass that on unchanged to the caller.',
    ja: '呼び出し元が /translate を要求します。メソッドリクエストが input_text を受け取り、統合リクエストがリクエスト全体をイベントとして Lambda に渡します。関数は statusCode、headers、body を返します。プロキシ統合では、統合レスポンスとメソッドレスポンスはそれをそのまま呼び出し元に返します。',
    vi: 'Phía gọi yêu cầu /translate. Method request xem tham số input_text; integration request đưa cả request cho Lambda dưới dạng event; hàm trả về statusCode, headers và body. Với proxy integration, integration response và method response chuyển nguyên câu trả lời đó về phía gọi.',
  },
  boxes: [
    {
      id: 'caller',
      at: [0.5, 0],
      kind: 'person',
      label: { en: 'Browser or curl', ja: 'ブラウザーや curl', vi: 'Trình duyệt hoặc curl' },
    },
    {
      id: 'method-request',
      at: [0, 1],
      kind: 'service',
      label: { en: 'Method request', ja: 'メソッドリクエスト', vi: 'Method request' },
      note: { en: 'which parameters?', ja: 'パラメーターの宣言', vi: 'có những tham số nào?' },
    },
    {
      id: 'method-response',
      at: [1, 1],
      kind: 'service',
      label: { en: 'Method response', ja: 'メソッドレスポンス', vi: 'Method response' },
      note: { en: 'proxy: as it came', ja: 'プロキシではそのまま', vi: 'proxy: giữ nguyên' },
    },
    {
      id: 'integration-request',
      at: [0, 2],
      kind: 'service',
      label: { en: 'Integration request', ja: '統合リクエスト', vi: 'Integration request' },
      note: { en: 'proxy: one event', ja: 'プロキシではイベント 1 つ', vi: 'proxy: thành một event' },
    },
    {
      id: 'integration-response',
      at: [1, 2],
      kind: 'service',
      label: { en: 'Integration response', ja: '統合レスポンス', vi: 'Integration response' },
      note: { en: 'proxy: as it came', ja: 'プロキシではそのまま', vi: 'proxy: giữ nguyên' },
    },
    {
      id: 'function',
      at: [0.5, 3],
      kind: 'live',
      label: { en: 'Lambda function', ja: 'Lambda 関数', vi: 'Hàm Lambda' },
      note: {
        en: 'statusCode, headers, body',
        ja: 'statusCode, headers, body',
        vi: 'statusCode, headers, body',
      },
    },
  ],
  arrows: [
    { from: 'caller', to: 'method-request' },
    { from: 'method-request', to: 'integration-request' },
    { from: 'integration-request', to: 'function' },
    { from: 'function', to: 'integration-response' },
    { from: 'integration-response', to: 'method-response' },
    { from: 'method-response', to: 'caller' },
  ],
};
