/** An option of a command is one word: on a phone "--region" must not become "--" and, a line below, "region". */
export function withWholeOptions(html: string): string {
  return html
    .split(notText)
    .map((piece, at) =>
      at % 3 === 0 ? piece.replace(option, '$1<span class="whole">$2</span>') : at % 3 === 1 ? piece : '',
    )
    .join('');
}

/** Scripts and styles as they are, and every tag with its attributes, in which ">" may stand. */
const notText = /(<(script|style|svg|title)\b[\s\S]*?<\/\2>|<(?:"[^"]*"|'[^']*'|[^>"'])*>)/;

const option = /(^|[\s(])(--[a-z][a-z-]*)/g;
