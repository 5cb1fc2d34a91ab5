import { labs } from '#labs/all.ts';
import type { Bench } from '#scripts/bench-kit.ts';
import { openWorld } from '../labs/world.ts';
import { baseline, cleanerFor, openLedger, seen } from './desk.ts';

const latencyMs = 50;

/** What `clean --yes` does, with a network between: plan, ask who we are, plan again, delete, look twice. */
export const bench: Bench = {
  name: `Cleaning all labs at ${latencyMs} ms a call`,
  async run() {
    const world = openWorld();
    const memory = openLedger();
    const tools = { connection: world.connection, ledger: memory.ledger };
    await baseline(tools);
    for (const { folder, load } of labs) {
      const lab = await load();
      await world.apply(lab, folder);
      await seen(tools, lab.resources(world.names));
    }
    const { faults, log } = world.sandbox;
    faults.set({ latencyMs });
    const cleaner = cleanerFor(tools);
    log.clear();
    const began = performance.now();
    const shown = await cleaner.plan();
    const toPlan = log.list({}).filter(({ via }) => via === 'wire').length;
    await cleaner.askWhoWeAre();
    const plan = await cleaner.plan();
    let gone = 0;
    for await (const event of cleaner.carryOut(plan)) if (event.type === 'gone') gone++;
    const took = performance.now() - began;
    const calls = log.list({}).filter(({ via }) => via === 'wire');
    const deleting = calls.filter(({ operation }) => !/^(Get|List|Describe)/.test(operation ?? '')).length;
    const least = toPlan + 1 + deleting + 2 * plan.items.length;
    cleaner.close();
    await world.close();
    memory.close();
    return [
      { what: 'things in the plan, and gone', value: `${shown.items.length}, ${gone}` },
      { what: 'time', value: `${(took / 1000).toFixed(2)} s`, goal: 'at most 3 s' },
      { what: 'calls to plan', value: String(toPlan) },
      { what: 'calls that delete', value: String(deleting) },
      {
        what: 'all calls',
        value: String(calls.length),
        goal: `least: ${least}, with one plan, one question to STS and two looks at each`,
      },
    ];
  },
};
