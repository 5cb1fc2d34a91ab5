import { existsSync } from 'node:fs';

/** The course in order: what the sidebar shows, and what previous and next follow. */
const groups: readonly Group[] = [
  { en: 'Begin', ja: 'はじめに', vi: 'Bắt đầu', slugs: ['index', 'set-up'] },
  { en: '1 · Serverless', ja: '1 · サーバーレス', vi: '1 · Serverless', slugs: ['1-why-serverless'] },
  {
    en: '2 · AWS Lambda',
    ja: '2 · AWS Lambda',
    vi: '2 · AWS Lambda',
    slugs: ['2-1-lambda-in-brief', '2-2-lab-1', '2-3-lab-2'],
  },
  {
    en: '3 · Amazon API Gateway',
    ja: '3 · Amazon API Gateway',
    vi: '3 · Amazon API Gateway',
    slugs: ['3-1-api-gateway-in-brief', '3-2-lab-3', '3-3-lab-4'],
  },
  {
    en: '4 · Amazon DynamoDB',
    ja: '4 · Amazon DynamoDB',
    vi: '4 · Amazon DynamoDB',
    slugs: ['4-1-dynamodb-in-brief', '4-2-lab-5', '4-3-lab-6'],
  },
  {
    en: '5 · To finish',
    ja: '5 · 仕上げ',
    vi: '5 · Hoàn thiện',
    slugs: ['5-1-good-habits', '5-2-clean-up', '5-3-where-next'],
  },
  {
    en: 'To look up',
    ja: '資料',
    vi: 'Tra cứu',
    slugs: ['progress', 'glossary', 'prices', 'changes-since-2019', 'instructors'],
  },
];

interface Group {
  en: string;
  ja: string;
  vi: string;
  slugs: readonly string[];
}

/** Every page of the course, in order. */
export const pages: readonly string[] = groups.flatMap(({ slugs }) => slugs);

export function sidebar() {
  return groups.flatMap(({ en, ja, vi, slugs }) => {
    const items = slugs.filter(isWritten).map((slug) => ({ slug }));
    return items.length > 0 ? [{ label: en, translations: { ja, vi }, items }] : [];
  });
}

function isWritten(slug: string): boolean {
  return existsSync(new URL(`../content/docs/${slug}.mdx`, import.meta.url));
}
