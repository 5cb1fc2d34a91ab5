/**
 * The members of inputs that may hold a fraction, in all services: the schemas know numbers alone. Any other number is
 * whole. Source: the models of botocore 1.43.11, types `double` and `float`.
 */
const mayBeFractions = new Set([
  'ActionThresholdValue',
  'AdditionalVersionWeights',
  'Counts',
  'defaultValue',
  'ExecutionEnvironmentMemoryGiBPerVCpu',
  'Maximum',
  'MetricIntervalLowerBound',
  'MetricIntervalUpperBound',
  'Minimum',
  'percentTraffic',
  'rateLimit',
  'SampleCount',
  'Sum',
  'TargetValue',
  'Threshold',
  'Value',
  'Values',
]);

export function mayBeFraction(member: string): boolean {
  return mayBeFractions.has(member);
}
