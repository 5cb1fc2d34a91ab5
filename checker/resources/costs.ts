/** What a forgotten resource costs a month at list price; 0 where AWS takes nothing for its mere being there. */
export interface Cost {
  /** `idle`: free while nobody uses it; `standing`: its being there has a price; `stored`: by what it holds. */
  class: 'free' | 'idle' | 'standing' | 'stored';
  monthlyUsd: number;
}

/** List prices of us-east-1, as read on that day. */
export const prices = {
  date: '2026-11-20',
  region: 'us-east-1',
  hoursAMonth: 730,
  readUnitHour: 0.00013,
  writeUnitHour: 0.00065,
  tableGbMonth: 0.25,
  logGbMonth: 0.03,
  /** By size of the cache in GB, an hour. */
  apiCacheHour: { '0.5': 0.02, '1.6': 0.038 } as Readonly<Record<string, number>>,
} as const;

export const free: Cost = { class: 'free', monthlyUsd: 0 };
export const idle: Cost = { class: 'idle', monthlyUsd: 0 };

export function costOfTable({ read, write, bytes }: { read: number; write: number; bytes: number }): Cost {
  const hourly = read * prices.readUnitHour + write * prices.writeUnitHour;
  return {
    class: hourly > 0 ? 'standing' : 'stored',
    monthlyUsd: hourly * prices.hoursAMonth + (bytes / 2 ** 30) * prices.tableGbMonth,
  };
}

export function costOfLogs(bytes: number): Cost {
  return { class: 'stored', monthlyUsd: (bytes / 2 ** 30) * prices.logGbMonth };
}

/** A cache of a size that has no price here is told as the dearest known. */
export function costOfApi(caches: readonly string[]): Cost {
  if (caches.length === 0) return idle;
  const dearest = Math.max(...Object.values(prices.apiCacheHour));
  const hourly = caches.reduce((sum, size) => sum + (prices.apiCacheHour[size] ?? dearest), 0);
  return { class: 'standing', monthlyUsd: hourly * prices.hoursAMonth };
}
