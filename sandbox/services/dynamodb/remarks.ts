import type { Remarks } from '#sandbox/core/remarks.ts';

const table =
  'encryption, table class, warm and on-demand throughput are stored only; global tables and resource policies are refused by name; a stream is written, and nothing reads it';

export const remarks: Remarks = {
  CreateTable: { note: table },
  UpdateTable: { note: table },
  UpdateContinuousBackups: { stored: true, note: 'there is nothing to restore from' },
  UpdateTimeToLive: { note: 'an item whose time is over goes when it is looked at' },
  DescribeLimits: { note: 'the quotas that an account begins with' },
};
