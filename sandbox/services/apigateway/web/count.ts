import { recordMetric } from '#sandbox/services/cloudwatch/record-metric.ts';
import { methodSettingOf } from '../method-settings.ts';
import type { Call, RoutedCall } from './call.ts';

/** What AWS counts of every call, by API and by stage; by method too, where the stage asks for it. */
export function count(
  call: Call & Partial<RoutedCall>,
  { status, latency, integrationMs }: { status: number; latency: number; integrationMs: number },
): void {
  const ApiName = call.snapshot.api.name ?? call.apiId;
  const Stage = call.stage.stageName;
  const path = call.resource?.path;
  const Method = call.method?.httpMethod;
  const detailed = path && Method && methodSettingOf(call.stage, path, Method)?.metricsEnabled;
  const places: Array<Record<string, string>> = [
    { ApiName },
    { ApiName, Stage },
    ...(detailed ? [{ ApiName, Stage, Method, Resource: path }] : []),
  ];
  for (const dimensions of places) {
    const record = (name: string, value: number, unit: 'Count' | 'Milliseconds') =>
      recordMetric(call.ctx, { namespace: 'AWS/ApiGateway', name, dimensions, value, unit });
    record('Count', 1, 'Count');
    record('4XXError', status >= 400 && status < 500 ? 1 : 0, 'Count');
    record('5XXError', status >= 500 ? 1 : 0, 'Count');
    record('Latency', latency, 'Milliseconds');
    if (path) record('IntegrationLatency', integrationMs, 'Milliseconds');
  }
}
