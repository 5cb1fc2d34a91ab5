import type {
  BatchGetItemCommandInput,
  BatchWriteItemCommandInput,
  QueryCommandInput,
  ScanCommandInput,
  Tag,
  TransactGetItemsCommandInput,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Need, Service } from '#sandbox/core/service.ts';
import { leadingKeys, queriedKey } from './leading-keys.ts';
import { type Mentions, mentioned } from './mentioned.ts';

const ON_TABLE = [
  'DescribeTable',
  'UpdateTable',
  'DeleteTable',
  'UpdateTimeToLive',
  'DescribeTimeToLive',
  'DescribeContinuousBackups',
  'UpdateContinuousBackups',
];
const ON_ARN = ['TagResource', 'UntagResource', 'ListTagsOfResource'];
const ON_ITEM = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** What each operation needs, with the keys that a policy may look at: leading keys, attributes, select. */
export const needs: NonNullable<Service['needs']> = {
  ...Object.fromEntries(ON_TABLE.map((operation) => [operation, onTable(operation)])),
  ...Object.fromEntries(ON_ARN.map((operation) => [operation, onArn(operation)])),
  ...Object.fromEntries(ON_ITEM.map((operation) => [operation, onItem(operation)])),
  ListTables: () => ({ action: 'dynamodb:ListTables', resource: '*' }),
  DescribeLimits: () => ({ action: 'dynamodb:DescribeLimits', resource: '*' }),
  CreateTable: createTable,
  GetItem: getItem,
  Query: (input: Read, ctx) => read('Query', input, ctx, queriedKey(ctx, input)),
  Scan: (input: Read, ctx) => read('Scan', input, ctx, undefined),
  BatchGetItem: ({ RequestItems = {} }: BatchGetItemCommandInput, ctx) =>
    Object.entries(RequestItems).map(([TableName, request]) => ({
      action: 'dynamodb:BatchGetItem',
      resource: tableArn(ctx, TableName),
      context: { ...keys(ctx, TableName, request.Keys ?? [], request), ...selected(request) },
    })),
  BatchWriteItem: ({ RequestItems = {} }: BatchWriteItemCommandInput, ctx) =>
    Object.entries(RequestItems).map(([TableName, requests]) => {
      const items = requests.map(
        ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {},
      );
      return {
        action: 'dynamodb:BatchWriteItem',
        resource: tableArn(ctx, TableName),
        context: keys(ctx, TableName, items, {}),
      };
    }),
  TransactGetItems: ({ TransactItems = [] }: TransactGetItemsCommandInput, ctx) =>
    TransactItems.flatMap(({ Get }) =>
      Get ? [enclosed('TransactGetItems', item('GetItem', Get, ctx))] : [],
    ),
  TransactWriteItems: ({ TransactItems = [] }: TransactWriteItemsCommandInput, ctx) =>
    TransactItems.flatMap(({ ConditionCheck, Put, Update, Delete }) => [
      ...(ConditionCheck ? [item('ConditionCheckItem', ConditionCheck, ctx)] : []),
      ...(Put ? [item('PutItem', Put, ctx)] : []),
      ...(Update ? [item('UpdateItem', Update, ctx)] : []),
      ...(Delete ? [item('DeleteItem', Delete, ctx)] : []),
    ]).map((need) => enclosed('TransactWriteItems', need)),
};

type Read = QueryCommandInput & ScanCommandInput;
type OnItem = Mentions & { TableName?: string | undefined };

function onTable(operation: string) {
  return (input: { TableName?: string }, ctx: Ctx): Need => ({
    action: `dynamodb:${operation}`,
    resource: tableArn(ctx, input.TableName),
  });
}

function onArn(operation: string) {
  return (input: { ResourceArn?: string; Tags?: Tag[]; TagKeys?: string[] }): Need => ({
    action: `dynamodb:${operation}`,
    resource: input.ResourceArn ?? '*',
    context: tagged(input.Tags, input.TagKeys),
  });
}

function tagged(tags: Tag[] = [], removed: string[] = []): Record<string, string | string[]> {
  const names = [...tags.map(({ Key }) => Key as string), ...removed];
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value as string])),
    ...(names.length > 0 && { 'aws:TagKeys': names }),
  };
}

function onItem(operation: string) {
  return (input: OnItem, ctx: Ctx): Need => item(operation, input, ctx);
}

/** Tags given with the table are an action of their own. */
function createTable(input: { TableName?: string; Tags?: Tag[] }, ctx: Ctx): Need[] {
  const place = { resource: tableArn(ctx, input.TableName), context: tagged(input.Tags) };
  const create = { action: 'dynamodb:CreateTable', ...place };
  return input.Tags?.length ? [create, { action: 'dynamodb:TagResource', ...place }] : [create];
}

function item(operation: string, input: OnItem, ctx: Ctx): Need {
  return {
    action: `dynamodb:${operation}`,
    resource: tableArn(ctx, input.TableName),
    context: keys(ctx, input.TableName, [input.Item ?? input.Key ?? {}], input),
  };
}

function getItem(input: OnItem, ctx: Ctx): Need {
  const need = item('GetItem', input, ctx);
  return { ...need, context: { ...need.context, ...selected(input) } };
}

function selected({ ProjectionExpression, AttributesToGet }: Mentions) {
  const specific = ProjectionExpression !== undefined || AttributesToGet !== undefined;
  return { 'dynamodb:Select': specific ? 'SPECIFIC_ATTRIBUTES' : 'ALL_ATTRIBUTES' };
}

function read(operation: string, input: Read, ctx: Ctx, key: string | undefined): Need {
  const index = input.IndexName === undefined ? '' : `/index/${input.IndexName}`;
  const implied = selected(input)['dynamodb:Select'];
  const select = index !== '' && implied === 'ALL_ATTRIBUTES' ? 'ALL_PROJECTED_ATTRIBUTES' : implied;
  return {
    action: `dynamodb:${operation}`,
    resource: tableArn(ctx, input.TableName) + index,
    context: {
      ...mentioned(input),
      ...(key !== undefined && { 'dynamodb:LeadingKeys': [key] }),
      'dynamodb:Select': input.Select ?? select,
    },
  };
}

function keys(
  ctx: Ctx,
  name: string | undefined,
  items: object[],
  input: Mentions,
): Need['context'] & object {
  return {
    ...mentioned({ ...input, Items: items }),
    'dynamodb:LeadingKeys': leadingKeys(ctx, name, items),
  };
}

function enclosed(operation: string, need: Need): Need {
  return { ...need, context: { ...need.context, 'dynamodb:EnclosingOperation': operation } };
}

function tableArn(ctx: Ctx, name = '*'): string {
  return name.startsWith('arn:') ? name : `arn:aws:dynamodb:${ctx.region}:${ctx.account}:table/${name}`;
}
