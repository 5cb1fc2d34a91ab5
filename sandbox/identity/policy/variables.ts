import { literally } from './glob.ts';

/** Condition keys of one request, in lower case, each with all its values. */
export type ContextValues = Readonly<Record<string, readonly string[]>>;

const SPECIAL: ReadonlySet<string> = new Set(['*', '?', '$']);

/**
 * Fills in `${aws:username}`, `${key, 'default'}` and `${*}`. `undefined`: a variable has no value, so what it stands
 * in matches nothing, unless `absent` says what to take instead. Documents older than 2012-10-17 know no variables.
 */
export function fillIn(
  text: string,
  version: string,
  context: ContextValues,
  absent?: string,
): string | undefined {
  if (version !== '2012-10-17' || !text.includes('${')) return text;
  let missing = false;
  const filled = text.replace(/\$\{([^}]*)\}/g, (_, inner: string) => {
    const value = SPECIAL.has(inner) ? inner : filler(inner, context);
    if (value !== undefined) return literally(value);
    missing = true;
    return absent ?? '';
  });
  return missing && absent === undefined ? undefined : filled;
}

function filler(inner: string, context: ContextValues): string | undefined {
  const [, key = inner, otherwise] = inner.match(/^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/) ?? [];
  const values = context[key.toLowerCase()];
  if (values?.length === 1) return values[0];
  return values === undefined ? otherwise : undefined;
}
