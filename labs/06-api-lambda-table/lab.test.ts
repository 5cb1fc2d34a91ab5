import { afterAll, describe, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { texts as diagnoses } from '#labs/kit/diagnose.texts.ts';
import { texts as functionTexts } from '#labs/kit/function.texts.ts';
import { deploy, putRolePolicy } from '../../tests/labs/arrange.ts';
import { putRow } from '../../tests/labs/arrange-table.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import { openWorld, saidBy, type World } from '../../tests/labs/world.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

/** The lesson's code with another item, or something around it. */
const writing = (item: string, table = 'translate-history', around = (put: string) => put) => `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  const dynamodb = new DynamoDBClient();
  const timestamp = { S: new Date().toISOString().replace(/\\D/g, '').slice(0, 14) };
  export const handler = async (event) => {
    const input_text = { S: event.queryStringParameters.input_text };
    const output_text = { S: 'Hello' };
    ${around(`await dynamodb.send(new PutItemCommand({ TableName: '${table}', Item: ${item} }));`)}
    return { statusCode: 200, body: JSON.stringify({ output_text: 'Hello' }) };
  };`;

const anyTable = (world: World) =>
  putRolePolicy(world, 'all-tables', { Action: 'dynamodb:PutItem', Resource: '*' });

proveLab(lab, [
  {
    step: 'role-may-write',
    name: 'reading is allowed, writing is not',
    arrange: (world) => putRolePolicy(world, 'history', { Action: 'dynamodb:GetItem', Resource: '*' }),
    says: functionTexts.notAllowed,
  },
  {
    step: 'role-may-write',
    name: 'writing to another table is allowed',
    arrange: (world) =>
      putRolePolicy(world, 'history', {
        Action: 'dynamodb:PutItem',
        Resource: 'arn:aws:dynamodb:ap-northeast-1:111122223333:table/translate-histories',
      }),
    says: functionTexts.notAllowed,
  },
  {
    step: 'role-may-write',
    name: 'the same table in another region is allowed',
    arrange: (world) =>
      putRolePolicy(world, 'history', {
        Action: 'dynamodb:PutItem',
        Resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/translate-history',
      }),
    says: functionTexts.notAllowed,
  },
  {
    step: 'code-writes',
    name: 'the new code was saved and not deployed',
    arrange: async () => {},
    says: texts.noRow,
  },
  {
    step: 'code-writes',
    name: 'another name in the code, refused',
    arrange: (world) => deploy(world, writing('{ timestamp, input_text, output_text }', 'translate_history')),
    says: texts.otherTable,
  },
  {
    step: 'code-writes',
    name: 'another name in the code, and no such table',
    async arrange(world) {
      await anyTable(world);
      await deploy(world, writing('{ timestamp, input_text, output_text }', 'translate-histroy'));
    },
    says: diagnoses.tableMissing,
  },
  {
    step: 'code-writes',
    name: 'the key has another name',
    arrange: (world) => deploy(world, writing('{ time_stamp: timestamp, input_text, output_text }')),
    says: diagnoses.wrongKey,
  },
  {
    step: 'code-writes',
    name: 'the key is a number',
    arrange: (world) => deploy(world, writing('{ timestamp: { N: timestamp.S }, input_text, output_text }')),
    says: diagnoses.wrongKey,
  },
  {
    step: 'code-writes',
    name: 'the error is swallowed',
    arrange: (world) =>
      deploy(
        world,
        writing(
          '{ input_text, output_text }',
          'translate-history',
          (put) => `try { ${put} } catch (error) { console.log(error); }`,
        ),
      ),
    says: diagnoses.wrongKey,
  },
  {
    step: 'code-writes',
    name: 'input_text is written under another name',
    arrange: (world) => deploy(world, writing('{ timestamp, input: input_text, output_text }')),
    says: texts.otherAttributes,
  },
  {
    step: 'code-writes',
    name: 'output_text is left out',
    arrange: (world) => deploy(world, writing('{ timestamp, input_text }')),
    says: texts.noOutput,
  },
  {
    step: 'code-writes',
    name: 'two rows for one call',
    arrange: (world) =>
      deploy(
        world,
        writing(
          '{ timestamp, input_text, output_text }',
          'translate-history',
          (put) => put + put.replace('timestamp', "timestamp: { S: 'again' }"),
        ),
      ),
    says: texts.severalRows,
  },
  { step: 'called', name: 'nobody called it yet', arrange: async () => {}, says: texts.notCalled },
  {
    step: 'called',
    name: 'only a row put by hand',
    arrange: (world) =>
      putRow(world, { timestamp: '20260102030405', input_text: 'こんにちは', output_text: 'Hello' }),
    says: texts.notCalled,
  },
]);

describe('the history', () => {
  const worlds: World[] = [];
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.close()));
  });

  test('with a prefix, the code finds its own table, a row put by hand proves nothing, and all labs are green at once', async () => {
    const world = openWorld({ prefix: 'mai-', runtime: 'python' });
    worlds.push(world);
    const through = labs.slice(0, labs.findIndex(({ id }) => id === lab.id) + 1);
    for (const { load, folder } of through) {
      const next = await load();
      if (next.id === lab.id) {
        await world.apply(lab, folder, 'role-may-write');
        const before = (await world.check([lab], { readOnly: true })).get(`${lab.id}/code-writes`);
        expect(before?.messages.map(({ text }) => text)).toEqual([texts.noRowSeen]);
      }
      await world.apply(next, folder);
    }
    const all = await Promise.all(through.map(({ load }) => load()));
    for (const [id, result] of await world.check(all)) {
      expect(result.outcome, `${id}: ${saidBy(result)}`).toBe('pass');
    }
  }, 60_000);
});
