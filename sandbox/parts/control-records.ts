import type { Sandbox } from '#sandbox/core/sandbox.ts';

/** A record as JSON can hold it: text as it is kept, bytes in base64. */
export type SentRecord = readonly [key: string, value: string | { base64: string }];

/** More than this is no world that a course leaves. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The records of one account in the tables that are named (`table=lambda/functions`), of every region. What is not
 * named does not leave the sandbox: sessions and keys lie beside the rest.
 */
export function readRecords(
  sandbox: Pick<Sandbox, 'records'>,
  query: URLSearchParams,
): { status: number; body: object } {
  const account = query.get('account') ?? '';
  const tables = new Set(query.getAll('table'));
  if (!/^\d{12}$/.test(account) || tables.size === 0) {
    return { status: 400, body: { message: 'The address needs account and table.' } };
  }
  const records: SentRecord[] = [];
  let bytes = 0;
  for (const [key, value] of sandbox.records(`${account}/`)) {
    const [, , service, table] = key.split('/', 4);
    if (!tables.has(`${service}/${table}`)) continue;
    bytes += value.length;
    if (bytes > mostBytes) return { status: 413, body: { message: `More than ${mostBytes} bytes.` } };
    records.push([
      key,
      typeof value === 'string' ? value : { base64: Buffer.from(value).toString('base64') },
    ]);
  }
  return { status: 200, body: { records } };
}
