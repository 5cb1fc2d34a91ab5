import type { Remarks } from '#sandbox/core/remarks.ts';

const counted = 'what Lambda and API Gateway count';

export const remarks: Remarks = {
  GetMetricData: { note: counted },
  GetMetricStatistics: { note: counted },
  ListMetrics: { note: counted },
  DescribeAlarms: { note: 'always empty: none can be made' },
};
