/**
 * What a term may mean to the index. It ignores Vietnamese marks, but takes đ for a letter of its own, so "hang doi"
 * would miss "hàng đợi": a d that begins a syllable may be either.
 */
export function spellings(term: string, language: string): string[] {
  if (language !== 'vi') return [term];
  const words = term.split(/\s+/);
  const open = words.flatMap((word, at) => (/^d/i.test(word) ? [at] : [])).slice(0, 4);
  return Array.from({ length: 2 ** open.length }, (_, choice) =>
    words
      .map((word, at) => {
        const bit = open.indexOf(at);
        return bit !== -1 && (choice >> bit) & 1 ? `đ${word.slice(1)}` : word;
      })
      .join(' '),
  );
}
