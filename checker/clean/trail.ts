import type { Event } from '@aws-sdk/client-cloudtrail';
import type { KindName, Live } from '../resources/kind.ts';
import { readPages } from '../resources/read-pages.ts';
import type { Eyes } from './baseline.ts';

/** Who made something and when, as CloudTrail tells. It proves nothing alone; it helps a person to decide. */
export interface Maker {
  by: string;
  at: number;
}

/** The event that makes a thing, and what the thing is called in it. */
const makings: Partial<Record<KindName, { event: string; isGlobal?: true }>> = {
  function: { event: 'CreateFunction20150331' },
  'execution-role': { event: 'CreateRole', isGlobal: true },
  policy: { event: 'CreatePolicy', isGlobal: true },
  'log-group': { event: 'CreateLogGroup' },
  'api-log-group': { event: 'CreateLogGroup' },
  table: { event: 'CreateTable' },
};

/** AWS answers two of these a second, and looks 90 days back. */
const EVERY_MS = 600;

/** Looks each up, one after the other; a look that is refused is no error, it only leaves the answer out. */
export async function whoMade(
  lives: readonly Live[],
  eyes: Eyes,
  { sleep, paced }: { sleep(ms: number): Promise<void>; paced: boolean },
): Promise<Map<Live, Maker>> {
  const makers = new Map<Live, Maker>();
  for (const live of lives) {
    const making = makings[live.type];
    const aws = trailOf(making?.isGlobal ?? false, eyes);
    if (!making || !aws) continue;
    try {
      const events = await readPages(
        (NextToken) =>
          aws.cloudtrail.lookupEvents({
            LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: live.name }],
            NextToken,
          }),
        { items: (page) => page.Events, next: (page) => page.NextToken },
      );
      const maker = makerIn(events, making.event);
      if (maker) makers.set(live, maker);
    } catch {
      return makers;
    }
    if (paced) await sleep(EVERY_MS);
  }
  return makers;
}

/** IAM is recorded in one region. */
function trailOf(isGlobal: boolean, { aws, elsewhere, place }: Eyes) {
  if (!isGlobal || place.region === 'us-east-1') return aws;
  return elsewhere.find(({ region }) => region === 'us-east-1')?.aws;
}

/** The last time that it was made; a call that was refused made nothing. */
function makerIn(events: readonly Event[], name: string): Maker | undefined {
  const made = events
    .filter(({ EventName, CloudTrailEvent }) => EventName === name && !hasFailed(CloudTrailEvent))
    .sort((a, b) => (b.EventTime?.getTime() ?? 0) - (a.EventTime?.getTime() ?? 0))[0];
  return made?.EventTime ? { by: made.Username ?? '', at: made.EventTime.getTime() } : undefined;
}

function hasFailed(event: string | undefined): boolean {
  return (event ?? '').includes('"errorCode"');
}
