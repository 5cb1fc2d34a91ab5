/** Text that is markup already: only `html` makes it, so that nothing gets into a page unescaped. */
export interface Html {
  readonly markup: string;
}

type Piece = string | number | Html | readonly Piece[] | null;

/** Markup as it is written here; every value in it is escaped, unless `html` made it. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, at) => {
    markup += markupOf(value) + (strings[at + 1] ?? '');
  });
  return { markup };
}

function markupOf(value: Piece): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for quoted attributes. What HTML cannot hold is shown as a replacement character. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '\ufffd')
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);
}
