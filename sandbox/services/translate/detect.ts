import { languages, lookUp } from './phrase-book.ts';

/** The language that a text is written in, by its letters; `en` where they could be anybody's. */
export function detect(text: string): string {
  const plain = text.normalize('NFC');
  const script = scripts.find(([expression]) => expression.test(plain));
  if (script) return script[1];
  return languages.find((from) => lookUp(text, from, from === 'en' ? 'ja' : 'en') !== undefined) ?? 'en';
}

const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'ja'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, 'vi'],
  [/[àáãèéìíĩòóõùúũý]/iu, 'vi'],
];
