import { labs } from '#labs/all.ts';
import type { Lab, Runtime } from '#labs/kit/lab.ts';
import { openWorld, type Snapshot } from './world.ts';

export interface ShippedLab {
  lab: Lab;
  folder: string;
}

export const shipped: readonly ShippedLab[] = await Promise.all(
  labs.map(async ({ load, folder }) => ({ lab: await load(), folder })),
);

export const allLabs: readonly Lab[] = shipped.map(({ lab }) => lab);

/** Accounts as learners leave them, each built once and then begun with again and again. */
export interface Standing {
  empty: Snapshot;
  /** Every lab, half of its steps: each is somewhere in the middle. */
  halfWay: Snapshot;
  finished: Snapshot;
  /** Finished, then one thing of every service made wrong: every read still answers, many verdicts are against. */
  spoilt: Snapshot;
}

export async function standing({
  runtime = 'node',
  prefix = '',
}: {
  runtime?: Runtime;
  prefix?: string;
} = {}): Promise<Standing> {
  const empty: Snapshot = [];
  const halfWay = await built({ runtime, prefix, most: (steps) => Math.ceil(steps / 2) });
  const finished = await built({ runtime, prefix, from: halfWay, most: (steps) => steps });
  return { empty, halfWay, finished, spoilt: await spoil(finished, prefix) };
}

async function built({
  runtime,
  prefix,
  from = [],
  most,
}: {
  runtime: Runtime;
  prefix: string;
  from?: Snapshot;
  most(steps: number): number;
}): Promise<Snapshot> {
  const world = openWorld({ runtime, prefix, from });
  try {
    for (const { lab, folder } of shipped) {
      await world.apply(lab, folder, lab.steps[most(lab.steps.length) - 1]?.id);
    }
    return world.snapshot();
  } finally {
    await world.close();
  }
}

async function spoil(finished: Snapshot, prefix: string): Promise<Snapshot> {
  const world = openWorld({ from: finished, prefix });
  const { aws, names } = world;
  try {
    await aws.lambda.updateFunctionConfiguration({ FunctionName: names.fn, MemorySize: 128 });
    const { items = [] } = await aws.apigateway.getRestApis({});
    for (const { id } of items) await aws.apigateway.deleteStage({ restApiId: id, stageName: names.stage });
    await world.sandbox.idle();
    return world.snapshot();
  } finally {
    await world.close();
  }
}
