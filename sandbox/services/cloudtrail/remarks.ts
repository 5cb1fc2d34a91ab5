import type { Remarks } from '#sandbox/core/remarks.ts';

export const remarks: Remarks = {
  LookupEvents: { note: 'what changed something; reads are left out' },
};
