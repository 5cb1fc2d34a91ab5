/** How a table's records are held in a file: `json` as they are, or as bytes. */
export type Holding = 'json' | 'bytes';

/**
 * Every table of the sandbox that goes into a submission, by service: what checks read, and what functions and APIs
 * need to answer. A table that is not here stays at home; sessions, keys, call histories and queues are such.
 */
export const keptTables: Readonly<Record<string, Readonly<Record<string, Holding>>>> = {
  lambda: {
    functions: 'json',
    versions: 'json',
    aliases: 'json',
    policies: 'json',
    'reserved-concurrency': 'json',
    'event-invoke': 'json',
    tags: 'json',
    code: 'bytes',
    'layer-versions': 'json',
    'layer-numbers': 'json',
    'layer-code': 'bytes',
  },
  apigateway: {
    apis: 'json',
    definitions: 'json',
    deployments: 'json',
    snapshots: 'json',
    stages: 'json',
    'api-keys': 'json',
    'usage-plans': 'json',
    'plan-keys': 'json',
    'key-plans': 'json',
    account: 'json',
  },
  dynamodb: { tables: 'json', items: 'json', entries: 'json' },
  'application-autoscaling': { targets: 'json' },
  iam: { roles: 'json', users: 'json', policies: 'json', attachments: 'json' },
  logs: { groups: 'json', streams: 'json', events: 'json', counts: 'json' },
  budgets: { budgets: 'json' },
};

export const keptTableNames: readonly string[] = Object.entries(keptTables).flatMap(([service, tables]) =>
  Object.keys(tables).map((table) => `${service}/${table}`),
);

export interface RecordPlace {
  account: string;
  region: string;
  service: string;
  table: string;
  /** What follows the table. */
  name: string;
}

const places = /^(\d{12})\/([a-z0-9-]{2,30})\/([a-z-]{2,40})\/([a-z-]{2,40})\/([\x20-\x7e]{1,2000})$/;

/** Where a record lies; `undefined`: not in a table that is kept. */
export function placeOf(key: string): (RecordPlace & { holding: Holding }) | undefined {
  const [, account = '', region = '', service = '', table = '', name = ''] = places.exec(key) ?? [];
  const tables = Object.hasOwn(keptTables, service) ? keptTables[service] : undefined;
  const holding = tables && Object.hasOwn(tables, table) ? tables[table] : undefined;
  return holding && { account, region, service, table, name, holding };
}
