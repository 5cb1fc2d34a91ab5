import type { Remarks } from '#sandbox/core/remarks.ts';

export const remarks: Remarks = {
  TranslateText: { note: 'ja, vi and en, from a phrase book; an unknown text comes back marked' },
};
