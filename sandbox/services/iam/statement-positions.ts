interface Position {
  Line: number;
  Column: number;
}

/** Where each statement begins and ends in the text of a policy, lines and columns counted from 1. */
export function statementPositions(document: string): Array<{ start: Position; end: Position }> {
  const found: Array<{ start: Position; end: Position }> = [];
  const at = positionsIn(document);
  let depth = 0;
  let inArray = false;
  let key = '';
  let started: number | undefined;
  let closes = 0;
  for (let index = 0; index < document.length; index++) {
    const character = document[index];
    if (character === '"') {
      const end = endOfString(document, index);
      if (depth === 1) key = document.slice(index + 1, end);
      index = end;
    } else if (character === '{' || character === '[') {
      depth++;
      if (character === '[' && depth === 2) inArray = key === 'Statement';
      const opens = character === '{' && started === undefined;
      if (opens && ((depth === 2 && key === 'Statement') || (depth === 3 && inArray))) {
        started = index;
        closes = depth;
      }
    } else if (character === '}' || character === ']') {
      if (started !== undefined && depth === closes) {
        found.push({ start: at(started), end: at(index + 1) });
        started = undefined;
      }
      if (depth === 2) inArray = false;
      depth--;
    }
  }
  return found;
}

function endOfString(text: string, from: number): number {
  let index = from + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}

function positionsIn(text: string): (offset: number) => Position {
  return (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { Line: before.length, Column: (before.at(-1) ?? '').length + 1 };
  };
}
