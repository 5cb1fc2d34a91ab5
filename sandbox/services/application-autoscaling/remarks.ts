import type { Remarks } from '#sandbox/core/remarks.ts';

export const remarks: Remarks = {
  RegisterScalableTarget: { stored: true, note: 'nothing scales' },
  DescribeScalingPolicies: { note: 'always empty: none can be made' },
};
