/** What a function of the course answers: `{ statusCode, body: "{\"output_text\": …}" }`, as far as it is so. */
export interface Answer {
  statusCode: number | undefined;
  outputText: string | undefined;
}

export function readAnswer(payload: string): Answer {
  const outer = asObject(parse(payload));
  const body = asObject(typeof outer.body === 'string' ? parse(outer.body) : outer.body);
  return {
    statusCode: typeof outer.statusCode === 'number' ? outer.statusCode : undefined,
    outputText: typeof body.output_text === 'string' ? body.output_text : undefined,
  };
}

/** Text that still has Japanese characters in it was not translated into English. */
export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
