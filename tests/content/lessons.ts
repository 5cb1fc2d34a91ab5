import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

export const projectRoot = path.resolve(import.meta.dirname, '../..');
const docs = path.join(projectRoot, 'content/docs');

export interface Page {
  /** `2-2-lab-1`, in every language the same. */
  slug: string;
  locale: 'en' | 'ja' | 'vi';
  /** `ja/2-2-lab-1.mdx` */
  file: string;
  text: string;
  /** Without the frontmatter and the imports. */
  body: string;
  frontmatter: Readonly<Record<string, string>>;
  parts: readonly Part[];
  quiz: readonly Question[];
}

/** A component as the page uses it, with its plain attributes. */
export interface Part {
  name: string;
  props: Readonly<Record<string, string>>;
  /** The names in `values={{ … }}`. */
  values: readonly string[];
}

export interface Question {
  q: string;
  options: string[];
  answer: number;
  why: string;
}

/** Every page of the course in every language that it is written in. */
export const pages: readonly Page[] = globSync('**/*.mdx', { cwd: docs }).sort().map(readPage);

export const english = pages.filter(({ locale }) => locale === 'en');

/** Words that are read: no code blocks, no attributes but the questions of predictions and of the quiz. */
export function wordsOf({ body }: Page): number {
  const read = body.replace(/```[\s\S]*?```/g, '').replace(/<(?!Predict|Quiz)[^>]*>/g, ' x ');
  return read.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;
}

function readPage(file: string): Page {
  const text = readFileSync(path.join(docs, file), 'utf8');
  const [, head = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const body = rest.replace(/^import .*$/gm, '');
  const [, locale = 'en', slug = ''] = /^(?:(ja|vi)\/)?(.+)\.mdx$/.exec(file.replaceAll('\\', '/')) ?? [];
  return {
    slug,
    locale: locale as Page['locale'],
    file,
    text,
    body,
    frontmatter: Object.fromEntries(
      head.split('\n').map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*:\s*/, '')]),
    ),
    parts: [...body.matchAll(/<([A-Z]\w+)((?:\s+\w+=(?:"[^"]*"|\{\{.*?\}\}))*)\s*\/?>/g)].map(
      ([, name = '', props = '']) => ({
        name,
        props: Object.fromEntries(
          [...props.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
        ),
        values: valuesOf(props),
      }),
    ),
    quiz: quizOf(body),
  };
}

function valuesOf(props: string): string[] {
  const values = /values=\{(\{.*\})\}/.exec(props)?.[1];
  return values === undefined ? [] : Object.keys(runInNewContext(`(${values})`) as object);
}

/** The list is JavaScript, as MDX has it. */
function quizOf(body: string): Question[] {
  const list = /<Quiz questions=\{(\[[\s\S]*?\n\])\} \/>/.exec(body)?.[1];
  return list === undefined ? [] : (runInNewContext(`(${list})`) as Question[]);
}
