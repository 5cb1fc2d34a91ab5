import type { Text } from '#labs/kit/text.ts';
import type { Arrow, Box, Figure } from '#site/figures/figure.ts';

/** The lessons in which the architecture grows, in order. */
const stages: readonly string[] = ['2-2', '2-3', '3-2', '3-3', '4-2', '4-3'];

/** What stands after a lesson; what that lesson adds is marked. A lesson that builds nothing shows the whole. */
export function architectureOf(lesson: string): Figure {
  const found = stages.indexOf(lesson);
  const now = found === -1 ? stages.length : found;
  return {
    title: titles[lesson] ?? whole,
    boxes: parts
      .filter(({ since }) => since <= now)
      .map(({ since, ...box }) => ({ ...box, at: placeOf(box, now), isNew: since === now && since >= 0 })),
    arrows: links
      .filter(({ since, until = stages.length }) => since <= now && now <= until)
      .map(({ since, until: _until, ...arrow }) => ({ ...arrow, isNew: since === now })),
  };
}

/** Until there is an API, one box follows another; then the drawing has two columns. */
function placeOf({ at: [column, row] }: Box, now: number): Box['at'] {
  return [now < 2 ? 0.5 : column, row];
}

const same = (text: string): Text => ({ en: text, ja: text, vi: text });

const whole: Text = {
  en: 'What we build: a translation service without a server to look after',
  ja: '作るもの：サーバーの世話がいらない翻訳サービス',
  vi: 'Thứ ta sẽ dựng: dịch vụ dịch thuật không cần quản lý máy chủ nào',
};

const titles: Readonly<Record<string, Text>> = {
  '2-2': {
    en: 'After lab 1: one function',
    ja: 'ラボ 1 のあと：関数が 1 つ',
    vi: 'Sau lab 1: một hàm',
  },
  '2-3': {
    en: 'After lab 2: the function translates',
    ja: 'ラボ 2 のあと：関数が翻訳する',
    vi: 'Sau lab 2: hàm biết dịch',
  },
  '3-2': {
    en: 'After lab 3: an API that answers by itself',
    ja: 'ラボ 3 のあと：自分で応答する API',
    vi: 'Sau lab 3: một API tự trả lời',
  },
  '3-3': {
    en: 'After lab 4: the API calls the function',
    ja: 'ラボ 4 のあと：API が関数を呼ぶ',
    vi: 'Sau lab 4: API gọi hàm',
  },
  '4-2': {
    en: 'After lab 5: a table',
    ja: 'ラボ 5 のあと：テーブルが加わる',
    vi: 'Sau lab 5: có thêm bảng',
  },
  '4-3': {
    en: 'After lab 6: every translation is kept',
    ja: 'ラボ 6 のあと：翻訳がすべて残る',
    vi: 'Sau lab 6: mọi bản dịch đều được lưu',
  },
};

const parts: readonly (Box & { since: number })[] = [
  {
    since: -1,
    id: 'you',
    at: [0, 0],
    kind: 'person',
    label: { en: 'You', ja: 'あなた', vi: 'Bạn' },
    note: {
      en: 'console, browser, curl',
      ja: 'コンソール、ブラウザー、curl',
      vi: 'console, trình duyệt, curl',
    },
  },
  {
    since: 2,
    id: 'api',
    at: [1, 0],
    kind: 'service',
    label: same('API Gateway'),
    note: same('translate-api'),
    resource: 'rest-api',
  },
  {
    since: 2,
    id: 'mock',
    at: [0, 1],
    kind: 'draft',
    label: same('GET /sample'),
    note: { en: 'a mock answers', ja: 'モックが応答する', vi: 'mock trả lời' },
  },
  {
    since: 0,
    id: 'function',
    at: [1, 1],
    kind: 'live',
    label: same('AWS Lambda'),
    note: same('translate-function'),
    resource: 'function',
    chips: [
      { label: { en: 'its role', ja: '実行ロール', vi: 'role của hàm' }, resource: 'execution-role' },
      { label: { en: 'its log', ja: 'ログ', vi: 'log của hàm' }, resource: 'log-group' },
    ],
  },
  {
    since: 1,
    id: 'translate',
    at: [0, 2],
    kind: 'service',
    label: same('Amazon Translate'),
    note: { en: 'Japanese to English', ja: '日本語から英語へ', vi: 'từ tiếng Nhật sang tiếng Anh' },
  },
  {
    since: 4,
    id: 'table',
    at: [1, 2],
    kind: 'service',
    label: same('Amazon DynamoDB'),
    note: same('translate-history'),
    resource: 'table',
  },
];

const links: readonly (Arrow & { since: number; until?: number })[] = [
  {
    since: 0,
    until: 2,
    from: 'you',
    to: 'function',
    label: { en: 'test event', ja: 'テストイベント', vi: 'test event' },
  },
  { since: 2, from: 'you', to: 'api' },
  { since: 2, from: 'api', to: 'mock' },
  { since: 3, from: 'api', to: 'function', label: same('GET /translate') },
  { since: 1, from: 'function', to: 'translate' },
  { since: 5, from: 'function', to: 'table' },
];
