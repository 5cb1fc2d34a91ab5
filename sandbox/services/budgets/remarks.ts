import type { Remarks } from '#sandbox/core/remarks.ts';

const kept = { stored: true, note: 'nothing costs anything here, so no alarm comes' } as const;

export const remarks: Remarks = { CreateBudget: kept, UpdateBudget: kept, CreateNotification: kept };
