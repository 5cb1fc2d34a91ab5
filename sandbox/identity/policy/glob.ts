/** Stand for a `*` and a `?` that mean themselves, in a pattern whose policy variables are filled in. */
const LITERAL = { '\uE000': '*', '\uE001': '?' } as Readonly<Record<string, string>>;

/** `*` is any run of characters, `?` any one; linear in memory and never exponential in time. */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      resume = from;
    } else if (wanted !== undefined && (wanted === '?' || (LITERAL[wanted] ?? wanted) === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Each of the first five parts by itself, then the rest: a wildcard does not reach over a colon before the resource. */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const wanted = arnParts(pattern);
  const given = arnParts(arn);
  if (!wanted || !given) return false;
  return wanted.every((part, index) => matchesGlob(part, given[index] ?? ''));
}

/** What is substituted for a policy variable stands for itself, even when it holds a wildcard. */
export function literally(text: string): string {
  return text.replaceAll('*', '\uE000').replaceAll('?', '\uE001');
}

export function plain(pattern: string): string {
  return pattern.replaceAll('\uE000', '*').replaceAll('\uE001', '?');
}

function arnParts(arn: string): string[] | undefined {
  const parts = arn.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
