import type { Look } from './lab.ts';
import { absent, type Result } from './result.ts';
import type { Said, Text } from './text.ts';

/** The sentences for something that is found by its name. */
export interface NotHereTexts {
  absent: Text;
  absentNext: Text;
  elsewhere: Text;
  elsewhereNext: Text;
  similar: Text;
  similarNext: Text;
}

export interface NotHere {
  texts: NotHereTexts;
  /** The call that would have found it, and the field that holds its name. */
  call: string;
  field: string;
  name: string;
  /** One here whose name is nearly that. */
  similar: string | undefined;
  /** Another region that has it. */
  other: string | undefined;
}

/** Says that something is not there, and where one of that name, or nearly that name, is. */
export function notHere({ target }: Pick<Look, 'target'>, missing: NotHere): Result {
  const { texts, call, field, name, similar, other } = missing;
  const evidence = { call, field, expected: name, found: similar ?? null };
  const said = (text: Text): Said => ({
    text,
    values: { name, region: target.region, similar: similar ?? '', other: other ?? '' },
  });
  if (other !== undefined) return absent(said(texts.elsewhere), said(texts.elsewhereNext), evidence);
  if (similar !== undefined) return absent(said(texts.similar), said(texts.similarNext), evidence);
  return absent(said(texts.absent), said(texts.absentNext), evidence);
}
