import type { StandardUnit } from '@aws-sdk/client-cloudwatch';
import type { Ctx } from '#sandbox/core/context.ts';
import { recordMetric } from '#sandbox/services/cloudwatch/record-metric.ts';

type Metric =
  | 'Invocations'
  | 'Errors'
  | 'Duration'
  | 'Throttles'
  | 'ConcurrentExecutions'
  | 'DeadLetterErrors'
  | 'DestinationDeliveryFailures';

/** Lambda counts for the function and for the whole region. */
export function count(home: Ctx, functionName: string, name: Metric, value: number): void {
  const unit: StandardUnit = name === 'Duration' ? 'Milliseconds' : 'Count';
  const sample = { namespace: 'AWS/Lambda', name, value, unit };
  recordMetric(home, { ...sample, dimensions: { FunctionName: functionName } });
  recordMetric(home, { ...sample, dimensions: {} });
}
