import { afterAll, describe, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import type { Lab, Runtime } from '#labs/kit/lab.ts';
import type { Text } from '#labs/kit/text.ts';
import { openWorld, type Snapshot, saidBy, type World } from './world.ts';

/** Something a learner does that is nearly right, and the sentence that is meant for it. */
export interface NearMiss {
  step: string;
  name: string;
  /** What stands before: all that this step needs, unless said otherwise. Default: the lab through the step before. */
  after?: string | 'whole lab' | 'earlier labs';
  arrange(world: World): Promise<void>;
  /** The sentence of the catalogue that must be said. */
  says: Text;
  outcome?: 'fail' | 'unknown' | 'waiting';
}

/** Registers the tests that prove a lab: what every lab must hold. */
export function proveLab(lab: Lab, nearMisses: readonly NearMiss[]): void {
  const place = labs.findIndex(({ id }) => id === lab.id);
  const folder = labs[place]?.folder ?? '';
  const bases = new Map<string, Promise<Snapshot>>();
  const worlds: World[] = [];
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.close()));
  });

  const open = (options: Parameters<typeof openWorld>[0]) => {
    const world = openWorld(options);
    worlds.push(world);
    return world;
  };

  /** What the labs before this one leave, and this one through a step; built once a language. */
  const standing = (runtime: Runtime, through: string | undefined): Promise<Snapshot> => {
    const key = `${runtime} ${through ?? ''}`;
    const known = bases.get(key);
    if (known) return known;
    const building = build(runtime, through);
    bases.set(key, building);
    return building;
  };

  const build = async (runtime: Runtime, through: string | undefined): Promise<Snapshot> => {
    const at = through === undefined ? -1 : lab.steps.findIndex(({ id }) => id === through);
    if (at < 0) return earlierLabs(runtime);
    const world = open({ runtime, from: await standing(runtime, lab.steps[at - 1]?.id) });
    await world.apply(lab, folder, through);
    return world.snapshot();
  };

  const earlierLabs = async (runtime: Runtime): Promise<Snapshot> => {
    const world = open({ runtime });
    for (const earlier of labs.slice(0, place)) await world.apply(await earlier.load(), earlier.folder);
    return world.snapshot();
  };

  describe(`${lab.id} proves itself`, () => {
    test('in an empty account no step passes, and each says why', async () => {
      const results = await open({}).check([lab]);
      expect(results.size).toBe(lab.steps.length);
      for (const [id, result] of results) {
        expect(['fail', 'blocked'], `${id}: ${saidBy(result)}`).toContain(result.outcome);
        expect(saidBy(result), id).not.toBe('');
      }
    });

    test.each(['node', 'python'] as const)(
      'each step done in %s lets exactly the steps so far pass',
      async (runtime) => {
        for (const [at, step] of lab.steps.entries()) {
          const world = open({ runtime, from: await standing(runtime, step.id) });
          const results = await world.check([lab]);
          for (const [other, { id }] of lab.steps.entries()) {
            const result = results.get(`${lab.id}/${id}`);
            const context = `after ${step.id}, ${id}: ${saidBy(result)} ${JSON.stringify(result?.evidence)}`;
            if (other <= at) expect(result?.outcome, context).toBe('pass');
            else expect(result?.outcome, context).not.toBe('pass');
          }
        }
      },
      120_000,
    );

    test.each(['node', 'python'] as const)(
      'doing it twice in %s changes nothing',
      async (runtime) => {
        const last = lab.steps.at(-1)?.id;
        const world = open({ runtime, from: await standing(runtime, last) });
        const before = world.made.length;
        await world.apply(lab, folder);
        expect(world.made.length).toBe(before);
      },
      120_000,
    );

    test('a finished lab also passes where only reading is allowed', async () => {
      const world = open({ from: await standing('node', lab.steps.at(-1)?.id) });
      const results = await world.check([lab], { readOnly: true });
      for (const [id, result] of results) expect(result.outcome, `${id}: ${saidBy(result)}`).toBe('pass');
    }, 60_000);

    test('each earlier lab stays green', async () => {
      const world = open({ from: await standing('node', lab.steps.at(-1)?.id) });
      for (const earlier of labs.slice(0, place)) {
        const results = await world.check([await earlier.load()]);
        for (const [id, result] of results) expect(result.outcome, `${id}: ${saidBy(result)}`).toBe('pass');
      }
    }, 120_000);

    test('each step has two near-misses at least', () => {
      const few = lab.steps.filter(({ id }) => nearMisses.filter(({ step }) => step === id).length < 2);
      expect(few.map(({ id }) => id)).toEqual([]);
    });

    test.each(nearMisses)(
      'near-miss of $step: $name',
      async ({ step, after, arrange, says, outcome = 'fail' }) => {
        const at = lab.steps.findIndex(({ id }) => id === step);
        const through =
          after === 'whole lab'
            ? lab.steps.at(-1)?.id
            : after === 'earlier labs'
              ? undefined
              : (after ?? lab.steps[at - 1]?.id);
        const world = open({ from: await standing('node', through) });
        await arrange(world);
        const result = (await world.check([lab])).get(`${lab.id}/${step}`);
        expect(result?.outcome, saidBy(result)).toBe(outcome);
        expect(
          result?.messages.map(({ text }) => text.en),
          saidBy(result),
        ).toContain(says.en);
        expect(result?.next, 'one next action').not.toBeNull();
      },
      60_000,
    );
  });
}
