/** In Japanese a number and what it counts are one word: "2 つ" must not break, least of all on a phone. Code stays as it is. */
export function withWholeCounts(html: string): string {
  return html
    .split(/(<(script|style|pre|code)\b[\s\S]*?<\/\2>|<[^>]*>)/)
    .map((piece, at) => (at % 3 === 0 ? piece.replace(breakable, '$1\u00a0') : at % 3 === 1 ? piece : ''))
    .join('');
}

const breakable = /(\d) (?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|[KMG]B(?![A-Za-z]))/gu;
