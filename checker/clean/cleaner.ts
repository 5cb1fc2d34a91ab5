import type { Resource } from '#labs/kit/resources.ts';
import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';
import { openReader, type Reader } from '../core/reader.ts';
import type { KindName, Live, Place } from '../resources/kind.ts';
import { survey } from '../resources/survey.ts';
import type { Ledger } from '../state/ledger.ts';
import type { Eyes } from './baseline.ts';
import { type CleanEvent, carryOut } from './carry-out.ts';
import { closeGone } from './close-gone.ts';
import { lately, remembered } from './history.ts';
import type { Waits } from './ours-only.ts';
import { makePlan, type Plan } from './plan.ts';
import { AnotherAccount, guardAccount } from './same-account.ts';
import { type Maker, whoMade } from './trail.ts';

/** Cleaning of one target: looks, plans, and carries out; everything it signs goes through one guard. */
export interface Cleaner {
  eyes(): Eyes;
  plan(include?: readonly string[]): Promise<Plan>;
  /** CloudTrail's word on what is not proven, where it may be asked. */
  whoMade(plan: Plan): Promise<Map<Live, Maker>>;
  carryOut(plan: Plan): AsyncGenerator<CleanEvent>;
  /** What was ours and is not there any more, by this plan's look; writes it down. */
  alreadyGone(plan: Plan): Array<{ type: KindName; id: string; arn: string }>;
  /** Asks STS now. */
  askWhoWeAre(): Promise<void>;
  close(): void;
}

export interface CleanerOptions {
  connection: Connection;
  place: Place;
  declared: readonly Resource[];
  ledger: Ledger;
  otherRegions: readonly string[];
  now(): number;
  sleep(ms: number): Promise<void>;
  signal: AbortSignal;
  /** AWS's own rates apply. */
  paced: boolean;
  quietMs: number;
  pollMs?: number;
  waits?: Partial<Waits>;
}

export function openCleaner(options: CleanerOptions): Cleaner {
  const { connection, place, declared, ledger, now, signal } = options;
  const guard = guardAccount(connection, place.account);
  const reader = openReader(guard.connection, { signal });
  const others = options.otherRegions.map((region) => ({
    region,
    reader: openReader({ ...guard.connection, region }, { signal }),
  }));
  // One attempt each: what is tried again, and when, is decided and written down here.
  const pool = clientPool(guard.connection, { attempts: 1 });
  const readers: Reader[] = [reader, ...others.map((other) => other.reader)];
  const eyes = (): Eyes => ({
    aws: reader.fresh(),
    elsewhere: others.map((other) => ({ region: other.region, aws: other.reader.fresh() })),
    place,
  });

  return {
    eyes,
    async plan(include = []) {
      const rows = ledger.rows();
      const recall = (type: KindName) => [
        ...remembered(type, rows),
        // An API that went a moment ago may still have lines to write.
        ...(type === 'rest-api' ? lately(type, rows, now()) : []),
      ];
      const looked = await survey({ ...eyes(), declared, remembered: recall });
      const other = guard.otherAccount();
      if (other !== undefined) throw new AnotherAccount(other);
      return makePlan({ survey: looked, declared, rows, place, now: now(), include });
    },
    whoMade: ({ doubtful }) =>
      whoMade(
        doubtful.filter(({ is }) => is === 'unclaimed').map(({ live }) => live),
        eyes(),
        options,
      ),
    carryOut: (plan) =>
      carryOut({
        ...options,
        pool,
        items: plan.fuse ? [] : plan.items.map(({ live }) => live),
        fresh: () => reader.fresh(),
        stillUs: guard.stillUs,
        pollMs: options.pollMs ?? (options.paced ? 2000 : 100),
        waits: { tries: 5, firstMs: 250, throttledMs: options.paced ? 30_000 : 250, ...options.waits },
      }),
    alreadyGone: (plan) => closeGone(plan, { declared, ledger, now }),
    askWhoWeAre: guard.askAgain,
    close() {
      pool.close();
      for (const one of readers) one.close();
    },
  };
}
