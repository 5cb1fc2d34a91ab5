import {
  type AttributeValue,
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { openSandbox } from './open-sandbox.ts';

export const NAME = 'translate-history';

/** A sandbox with one table in it, ready for items: `pk` alone, or with a sort key of the type given. */
export async function openTable(sort?: 'S' | 'N' | 'B', more: Partial<CreateTableCommandInput> = {}) {
  const sandbox = openSandbox();
  const ddb = sandbox.client(DynamoDBClient);
  await ddb.send(
    new CreateTableCommand({
      TableName: NAME,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        ...(sort ? [{ AttributeName: 'sk', AttributeType: sort }] : []),
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        ...(sort ? [{ AttributeName: 'sk', KeyType: 'RANGE' as const }] : []),
      ],
      ...more,
    }),
  );
  await sandbox.settle();
  const put = (Item: Record<string, AttributeValue>) =>
    ddb.send(new PutItemCommand({ TableName: NAME, Item }));
  return { sandbox, ddb, put };
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  return call.then(
    () => {
      throw new Error('the call was answered, not refused');
    },
    (error: Error) => error,
  );
}
