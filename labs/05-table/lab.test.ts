import { afterAll, describe, expect, test } from 'vitest';
import { checkMark } from '#labs/kit/history.ts';
import { texts as tableTexts } from '#labs/kit/table.texts.ts';
import { makeTable, putRow, scale, waitForTable } from '../../tests/labs/arrange-table.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import { openWorld, type World } from '../../tests/labs/world.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

proveLab(lab, [
  {
    step: 'create-table',
    name: 'made in another region',
    arrange: (world) => makeTable(world, { region: 'us-east-1' }),
    says: tableTexts.elsewhere,
  },
  {
    step: 'create-table',
    name: 'named with capitals and without the dash',
    arrange: (world) => makeTable(world, { name: 'TranslateHistory' }),
    says: tableTexts.similar,
  },
  {
    step: 'create-table',
    name: 'the key is a Number',
    arrange: (world) => makeTable(world, { key: { name: 'timestamp', type: 'N' } }),
    says: texts.keyType,
  },
  {
    step: 'create-table',
    name: 'the key is Binary, and there is a sort key: both are said',
    arrange: (world) => makeTable(world, { key: { name: 'timestamp', type: 'B' }, sort: 'input_text' }),
    says: texts.sortKey,
  },
  {
    step: 'create-table',
    name: 'a sort key was added',
    arrange: (world) => makeTable(world, { sort: 'input_text' }),
    says: texts.sortKey,
  },
  {
    step: 'create-table',
    name: 'the key is called Timestamp',
    arrange: (world) => makeTable(world, { key: { name: 'Timestamp', type: 'S' } }),
    says: texts.keyName,
  },
  { step: 'capacity', name: 'on-demand, as by default', arrange: async () => {}, says: texts.onDemand },
  {
    step: 'capacity',
    name: 'five units each, the old default',
    after: 'earlier labs',
    arrange: (world) => makeTable(world, { units: { read: 5, write: 5 } }),
    says: texts.readUnits,
  },
  {
    step: 'capacity',
    name: 'only reading was set to one',
    after: 'earlier labs',
    arrange: (world) => makeTable(world, { units: { read: 1, write: 5 } }),
    says: texts.writeUnits,
  },
  {
    step: 'capacity',
    name: 'auto scaling was left on for writing',
    after: 'capacity',
    arrange: (world) => scale(world, 'Write'),
    says: texts.autoScaling,
  },
  { step: 'first-item', name: 'the table is empty', arrange: async () => {}, says: texts.empty },
  {
    step: 'first-item',
    name: 'the item is in another table',
    async arrange(world) {
      await makeTable(world, { name: 'translate-history-2' });
      await putRow(world, { timestamp: '20261120120000' }, 'translate-history-2');
    },
    says: texts.empty,
  },
  {
    step: 'first-item',
    name: 'only a check left a row',
    arrange: (world) => putRow(world, { timestamp: '1', input_text: `${checkMark}-abc`, output_text: 'x' }),
    says: texts.onlyOurs,
  },
]);

describe('what a table of the course may be', () => {
  const worlds: World[] = [];
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.close()));
  });
  const open = () => {
    const world = openWorld();
    worlds.push(world);
    return world;
  };

  test('another key of text is as good, and so is any value in it', async () => {
    const world = open();
    await makeTable(world, { key: { name: 'id', type: 'S' }, units: { read: 1, write: 1 } });
    await putRow(world, { id: 'the first one' });
    for (const { outcome } of (await world.check([lab])).values()) expect(outcome).toBe('pass');
  });

  test('every difference is said at once', async () => {
    const world = open();
    await makeTable(world, { units: { read: 2, write: 3 } });
    await scale(world);
    const result = (await world.check([lab])).get('table/capacity');
    expect(result?.messages.map(({ text }) => text)).toEqual([
      texts.readUnits,
      texts.writeUnits,
      texts.autoScaling,
    ]);
  });

  test('deletion protection passes, and is told', async () => {
    const world = open();
    await makeTable(world, { units: { read: 1, write: 1 } });
    await world.aws.dynamodb.updateTable({
      TableName: world.names.table,
      DeletionProtectionEnabled: true,
    });
    await waitForTable(world);
    const result = (await world.check([lab])).get('table/create-table');
    expect(result?.outcome).toBe('pass');
    expect(result?.messages.map(({ text }) => text)).toEqual([texts.isProtected]);
  });
});
