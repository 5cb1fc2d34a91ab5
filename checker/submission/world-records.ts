import { unzipSync } from 'fflate';
import type { SentRecord } from '#sandbox/parts/control-records.ts';
import { placeOf } from './kept-tables.ts';
import { type Scrubbing, scrubbed } from './scrub.ts';
import { limits, type WorldRecord } from './submission.ts';

/** What of the sandbox goes into a submission, fit to leave this computer. */
export function worldRecords(
  sent: readonly SentRecord[],
  { folders, logGroup, table }: { folders: readonly string[]; logGroup: string; table: string },
): WorldRecord[] {
  const placed = sent.flatMap(([key, value]) => {
    const place = placeOf(key);
    return place ? [{ key, place, value: typeof value === 'string' ? JSON.parse(value) : value }] : [];
  });
  const ofTable = (service: string, name: string) =>
    placed.filter(({ place }) => place.service === service && place.table === name);
  const scrubbing: Scrubbing = {
    folders,
    // The course's function may write its log to a group of another name.
    logGroups: new Set([
      logGroup,
      ...ofTable('lambda', 'functions')
        .filter(({ value }) => `/aws/lambda/${value?.name}` === logGroup)
        .map(({ value }) => String(value?.logging?.LogGroup ?? logGroup)),
    ]),
    tableIds: new Set(
      ofTable('dynamodb', 'tables')
        .filter(({ place }) => place.name === table)
        .map(({ value }) => String(value?.id)),
    ),
  };
  return placed.flatMap(({ key, place, value }): WorldRecord[] => {
    const kept = place.holding === 'bytes' ? value : scrubbed(place, value, scrubbing);
    return kept === undefined ? [] : [[key, kept]];
  });
}

/** Everything in the records that can be read as text, files of code unpacked, for the search for secrets. */
export function textsOf(records: readonly WorldRecord[]): Array<{ place: string; text: string }> {
  return records.flatMap(([key, value]) => {
    if (placeOf(key)?.holding !== 'bytes') return [{ place: key, text: JSON.stringify(value) }];
    const bytes = Buffer.from((value as { base64: string }).base64, 'base64');
    return filesIn(bytes).map(([path, content]) => ({
      place: `${key}: ${path}`,
      text: Buffer.from(content).toString('latin1'),
    }));
  });
}

/** The learner's own archive, which their sandbox has taken in already; as it is where it cannot be unpacked here. */
function filesIn(bytes: Uint8Array): Array<[string, Uint8Array]> {
  let left: number = limits.codeBytes;
  const small = ({ originalSize }: { originalSize: number }) => {
    left -= originalSize;
    return left >= 0;
  };
  try {
    return Object.entries(unzipSync(new Uint8Array(bytes), { filter: small }));
  } catch {
    return [['.zip', bytes]];
  }
}
