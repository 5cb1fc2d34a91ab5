/** Breaks a sentence into lines of at most `width` ems: SVG text does not wrap by itself. */
export function wrapText(text: string, width: number, locale: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words(text, locale)) {
    if (line !== '' && widthOf(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? word.trimStart() : word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Japanese has no spaces: it breaks between words, and never before a sign that may not begin a line. */
function words(text: string, locale: string): string[] {
  if (locale !== 'ja') return text.split(/(?<=\s)/);
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)) {
    const last = found.at(-1);
    const sticks =
      /^[、。」』）)：:・〜ー/=_.-]/.test(segment) || (last !== undefined && /[「『（(/=_.-]$/.test(last));
    const isLatin = last !== undefined && /[\w]$/.test(last) && /^[\w]/.test(segment);
    if (last !== undefined && (sticks || isLatin)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** Rough and on the safe side: a CJK sign is one em wide, a Latin letter a little more than half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) > 0x2e7f ? 1 : 0.56;
  return width;
}
