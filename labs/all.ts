import type { Lab } from './kit/lab.ts';

/** Every lab in the order of the course; a lab is imported when it is needed. */
export const labs: ReadonlyArray<{ id: string; folder: string; load(): Promise<Lab> }> = [
  { id: 'set-up', folder: '00-set-up', load: async () => (await import('./00-set-up/lab.ts')).lab },
  {
    id: 'lambda-alone',
    folder: '01-lambda-alone',
    load: async () => (await import('./01-lambda-alone/lab.ts')).lab,
  },
  {
    id: 'call-translate',
    folder: '02-call-translate',
    load: async () => (await import('./02-call-translate/lab.ts')).lab,
  },
  { id: 'api-mock', folder: '03-api-mock', load: async () => (await import('./03-api-mock/lab.ts')).lab },
  {
    id: 'api-lambda',
    folder: '04-api-lambda',
    load: async () => (await import('./04-api-lambda/lab.ts')).lab,
  },
  { id: 'table', folder: '05-table', load: async () => (await import('./05-table/lab.ts')).lab },
  {
    id: 'api-lambda-table',
    folder: '06-api-lambda-table',
    load: async () => (await import('./06-api-lambda-table/lab.ts')).lab,
  },
  {
    id: 'good-habits',
    folder: '07-good-habits',
    load: async () => (await import('./07-good-habits/lab.ts')).lab,
  },
];
