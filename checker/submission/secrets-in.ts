/** A text that must not leave this computer, and what to call it when it is found. */
export interface Secret {
  /** `AWS_SECRET_ACCESS_KEY`, `installation.json` … */
  name: string;
  text: string;
}

export interface FoundSecret {
  /** The record or file that holds it. */
  place: string;
  name: string;
}

const shortest = 8;

/** Variables whose names say that their values are nobody's business. */
const secretName = /secret|token|password|passwd|credential|private|api_?key|access_?key/i;

/** In the sandbox an access key id is the number of its account, which stands in every ARN. */
const accountId = /^\d{12}$/;

/** The secrets of the environment of a command. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): Secret[] {
  return Object.entries(env).flatMap(([name, text]) =>
    text !== undefined && text.length >= shortest && secretName.test(name) && !accountId.test(text)
      ? [{ name, text }]
      : [],
  );
}

/** Ids of AWS's access keys; those of its documentation end in EXAMPLE. */
const accessKeyId = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g;

/** The last look at what is about to be written: what is found stops it. */
export function secretsIn(
  texts: ReadonlyArray<{ place: string; text: string }>,
  secrets: readonly Secret[],
): FoundSecret[] {
  return texts.flatMap(({ place, text }) => [
    ...secrets.filter((one) => text.includes(one.text)).map(({ name }) => ({ place, name })),
    ...[...text.matchAll(accessKeyId)]
      .filter(([id]) => !id.endsWith('EXAMPLE'))
      .slice(0, 1)
      .map(() => ({ place, name: 'access key' })),
  ]);
}
