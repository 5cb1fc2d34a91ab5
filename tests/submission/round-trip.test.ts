import { describe, expect, test } from 'vitest';
import { type LookedAt, lookIn } from '#checker/submission/look-in.ts';
import type { Claims } from '#checker/submission/submission.ts';
import { jailedRuntimes, jailFault } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { allLabs, shipped } from '../labs/standing.ts';
import { openWorld, type Snapshot } from '../labs/world.ts';
import { packed } from './packed.ts';

const cannot = await jailFault();

async function graded(bytes: Uint8Array, runsCode = false): Promise<LookedAt> {
  const looked = await lookIn(bytes, {
    labs: allLabs,
    ...(runsCode ? { runtimes: (fetchAws) => jailedRuntimes({ fetchAws }) } : {}),
  });
  if ('problem' in looked) throw new Error(JSON.stringify(looked.problem));
  return looked;
}

const outcomes = (looked: LookedAt) =>
  Object.fromEntries(looked.steps.map(({ lab, step, result }) => [`${lab}/${step}`, result.outcome]));

/** Looked at in place, as the learner's own check does it, with every milestone kept that was seen on the way. */
async function inPlace(world: ReturnType<typeof openWorld>, claims: Claims['steps'], readOnly: boolean) {
  const held = new Set(claims.map(({ lab, step }) => `${lab}/${step}`));
  const results = await world.check(allLabs, {
    readOnly,
    kept: (lab, step) =>
      held.has(`${lab}/${step}`)
        ? { outcome: 'pass', cause: null, messages: [], next: null, evidence: [] }
        : undefined,
  });
  return Object.fromEntries([...results].map(([id, { outcome }]) => [id, outcome]));
}

describe.each(['node', 'python'] as const)('a learner who works in %s', (runtime) => {
  test('gets the same verdicts from the file as in place, after every lab', async () => {
    const world = openWorld({ runtime });
    const steps: Claims['steps'] = [];
    try {
      expect(outcomes(await graded(packed(world.snapshot())))).toEqual(await inPlace(world, [], true));
      for (const { lab, folder } of shipped) {
        await world.apply(lab, folder);
        for (const step of lab.steps)
          steps.push({ lab: lab.id, step: step.id, at: Date.now(), how: 'provided' });
        const looked = await graded(packed(world.snapshot(), { claims: { steps: [...steps] } }));
        expect(outcomes(looked), lab.id).toEqual(await inPlace(world, steps, true));
        for (const one of looked.steps.filter((step) => step.lab === lab.id)) {
          expect(one.result.outcome, `${one.lab}/${one.step}`).toBe('pass');
          expect(one.how).toBe('provided');
        }
      }
    } finally {
      await world.close();
    }
  }, 120_000);
});

describe('what was seen and what is claimed', () => {
  const built = (async () => {
    const world = openWorld();
    for (const { lab, folder } of shipped) await world.apply(lab, folder);
    return world;
  })();
  const finished = async (): Promise<Snapshot> => (await built).snapshot();
  const milestones = allLabs.flatMap((lab) =>
    lab.steps.filter(({ kind }) => kind === 'milestone').map((step) => ({ lab: lab.id, step: step.id })),
  );

  test('a milestone that the learner’s own checks saw is claimed, and so is what rests on the log or on rows', async () => {
    const steps = milestones.map((one) => ({ ...one, at: Date.now(), how: 'earned' as const }));
    const looked = await graded(packed(await finished(), { claims: { steps } }));
    const claimed = looked.steps.filter(({ source }) => source === 'claimed').map(({ step }) => step);
    for (const { step } of milestones) expect(claimed).toContain(step);
    expect(claimed).toContain('code-translates');
    const seen = looked.steps.filter(({ source }) => source === 'seen').map(({ step }) => step);
    for (const step of ['create-function', 'memory-and-timeout', 'create-table', 'least-privilege'])
      expect(seen).toContain(step);
  }, 60_000);

  test('a claim passes nothing that is not there', async () => {
    const steps = allLabs.flatMap((lab) =>
      lab.steps.map((step) => ({ lab: lab.id, step: step.id, at: Date.now(), how: 'earned' as const })),
    );
    const looked = await graded(packed([], { claims: { steps } }));
    const passed = looked.steps.filter(({ result }) => result.outcome === 'pass');
    for (const { lab, step, source } of passed.filter(({ lab }) => lab !== 'set-up'))
      expect([source, milestones.some((one) => one.lab === lab && one.step === step)]).toEqual([
        'claimed',
        true,
      ]);
  });

  test('calls of the learner’s own checks do not count as the learner’s', async () => {
    const world = openWorld();
    try {
      const [, first] = shipped;
      if (!first) throw new Error('no lab');
      await world.apply(first.lab, first.folder, 'memory-and-timeout');
      await world.aws.lambda.invoke({ FunctionName: world.names.fn });
      await world.sandbox.idle();
      const [line] =
        (
          await world.aws.logs.filterLogEvents({
            logGroupName: world.names.logGroup,
            filterPattern: '"START RequestId"',
          })
        ).events ?? [];
      const id = /RequestId: (\S+)/.exec(line?.message ?? '')?.[1] ?? '';
      const runOf = async (requests: string[]) => {
        const claims = { ownCalls: { requests, times: [] } };
        const looked = await graded(packed(world.snapshot(), { claims }));
        return looked.steps.find(({ step }) => step === 'test-run')?.result.outcome;
      };
      expect(await runOf([])).toBe('pass');
      expect(await runOf([id])).not.toBe('pass');
    } finally {
      await world.close();
    }
  }, 60_000);

  test('the file is looked at as of its last work, however long that is ago', async () => {
    const world = await built;
    const late = packed(world.snapshot());
    const before = outcomes(await graded(late));
    const documentOfLastYear = JSON.parse(
      JSON.stringify(
        world.snapshot().map(([key, value]) => [key, value instanceof Uint8Array ? null : value]),
      ),
    ) as Array<[string, string | null]>;
    const year = 365 * 86_400_000;
    const shifted: Snapshot = world.snapshot().map(([key, value], at) => {
      const text = documentOfLastYear[at]?.[1];
      if (text === null || text === undefined) return [key, value];
      return [
        key.replace(/(?<=:)0017\d{11}(?=:)/, (digits) => String(Number(digits) - year).padStart(15, '0')),
        text.replace(/(?<=[:,])17\d{11}(?=[,}])/g, (digits) => String(Number(digits) - year)),
      ];
    });
    const steps = Object.entries(before).filter(([id]) => !id.startsWith('api-lambda-table/'));
    const after = outcomes(await graded(packed(shifted)));
    for (const [id, outcome] of steps) expect(after[id], id).toBe(outcome);
  }, 60_000);

  test.skipIf(cannot !== undefined)(
    `running the code turns claims about behaviour into sight${cannot ? ` (skipped: ${cannot})` : ''}`,
    async () => {
      const looked = await graded(packed(await finished()), true);
      expect(outcomes(looked)).toEqual(await inPlace(await built, [], false));
      const source = (step: string) =>
        looked.steps.filter((one) => one.step === step).map((one) => one.source);
      expect(source('code-translates')).toEqual(['seen']);
      expect(source('errors-as-json')).toEqual(['seen']);
      expect(source('warm-start')).toEqual(['claimed']);
      expect(looked.codeRan).toBe(true);
      await (await built).close();
    },
    120_000,
  );
});
