/** The languages of the course, as equals. */
export const locales = ['en', 'ja', 'vi'] as const;

export type Locale = (typeof locales)[number];

/** A sentence in every language: a gap is a type error. `{name}` is filled in by `fill`. */
export type Text<En extends string = string> = Readonly<Record<Exclude<Locale, 'en'>, string> & { en: En }>;

/** The names between braces in the English sentence; the same must stand in the others (a test looks). */
export type Params<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends '' | `${string}${' ' | '"' | ':' | '(' | '{'}${string}` ? never : Name) | Params<Rest>
  : never;

/** A catalogue of sentences, kept beside the code that says them. */
export function defineTexts<const Texts extends Record<string, Text>>(texts: Texts): Texts {
  return texts;
}

export function fill<En extends string>(
  text: Text<En>,
  locale: Locale,
  ...[values]: [Params<En>] extends [never] ? [] : [Record<Params<En>, string | number>]
): string {
  const known: Record<string, string | number> = values ?? {};
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(known[name] ?? whole));
}

/** A sentence with its values, not yet in any language: what a check says. */
export interface Said {
  text: Text;
  values: Readonly<Record<string, string | number>>;
}

export function says<En extends string>(
  text: Text<En>,
  ...[values]: [Params<En>] extends [never] ? [] : [Record<Params<En>, string | number>]
): Said {
  return { text, values: values ?? {} };
}

export function sayIn({ text, values }: Said, locale: Locale): string {
  const sentence: (text: Text, locale: Locale, values: object) => string = fill;
  return sentence(text, locale, values);
}
