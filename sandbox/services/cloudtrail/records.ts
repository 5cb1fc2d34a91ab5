import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';

/** One call as CloudTrail's event history keeps it. */
export interface EventRecord {
  id: string;
  at: number;
  name: string;
  source: string;
  userName: string;
  principal: string;
  accessKeyId?: string;
  sourceIp: string;
  userAgent: string;
  requestId: string;
  parameters: unknown;
  resources: Array<{ type: string; name: string }>;
  errorCode?: string;
  errorMessage?: string;
}

export const events = (ctx: Ctx): Table<EventRecord> => ctx.in({ service: 'cloudtrail' }).table('events');

export const keptMs = 90 * 86_400_000;

/** Sorted by time; the id tells two calls of one millisecond apart. */
export function eventKey({ at, id }: Pick<EventRecord, 'at' | 'id'>): string {
  return `${timeKey(at)}:${id}`;
}

export function timeKey(at: number): string {
  return String(at).padStart(15, '0');
}
