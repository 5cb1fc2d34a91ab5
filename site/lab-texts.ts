import type { Locale, Text } from '#labs/kit/text.ts';

type Catalogue = { texts: Readonly<Record<string, Text>> };

const ofLabs = import.meta.glob<Catalogue>('/labs/*/lab.texts.ts', { eager: true });
const ofKit = import.meta.glob<Catalogue>('/labs/kit/*.texts.ts', { eager: true });

/** A sentence of a lab's own checks. */
export function labText(folder: string, name: string): Text | undefined {
  return ofLabs[`/labs/${folder}/lab.texts.ts`]?.texts[name];
}

/** A sentence that the checks of several labs say. */
export function kitText(catalogue: string, name: string): Text | undefined {
  return ofKit[`/labs/kit/${catalogue}.texts.ts`]?.texts[name];
}

/** The sentence in pieces: what stands for a value is not known before the check looks. */
export function pieces(text: Text, locale: Locale, values: Readonly<Record<string, string | number>> = {}) {
  return text[locale].split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return { text: piece, open: false };
    const value = values[name];
    return value === undefined ? { text: '…', open: true } : { text: String(value), open: false };
  });
}
