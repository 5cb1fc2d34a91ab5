import type { MethodSetting, PatchOperation } from '@aws-sdk/client-api-gateway';
import type { AwsError } from '#sandbox/core/errors.ts';
import { badRequest } from './errors.ts';
import { facts } from './facts.ts';
import { flag } from './patch.ts';
import type { StageRecord } from './records.ts';

/** `/{resourcePath}/{httpMethod}/throttling/rateLimit` and its kin, with `*` for all resources and methods. */
export function applyMethodSetting(stage: StageRecord, patch: PatchOperation): void {
  const parts = (patch.path ?? '').split('/').slice(1);
  const [resource, method, ...setting] = parts;
  const key = `${resource}/${method}`;
  if (patch.op === 'remove') {
    const { [key]: before, ...others } = stage.methodSettings ?? {};
    if (!before || setting.length > 0) {
      throw badRequest(
        `Cannot remove method setting ${parts.join('/')} because there is no method setting for this method `,
      );
    }
    stage.methodSettings = others;
    return;
  }
  const name = setting.join('/');
  const set = Object.hasOwn(setters, name) ? setters[name] : undefined;
  if (!set || resource === undefined) throw invalidPath(patch);
  const before = stage.methodSettings?.[key] ?? unset;
  stage.methodSettings = { ...stage.methodSettings, [key]: { ...before, ...set(patch.value ?? '') } };
}

/** What holds for one method of one resource: its own settings, or those for all. */
export function methodSettingOf(stage: StageRecord, path: string, method: string): MethodSetting | undefined {
  const wanted = `${path.slice(1)}/${method}`;
  const all = Object.entries(stage.methodSettings ?? {});
  const own = all.find(([key]) => key.replaceAll('~1', '/').replace(/^\//, '') === wanted);
  return own?.[1] ?? stage.methodSettings?.['*/*'];
}

/** What a method's settings are as soon as one of them is set. */
const unset: MethodSetting = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: facts.account.burstLimit,
  throttlingRateLimit: facts.account.rateLimit,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

const setters: Readonly<Record<string, (value: string) => MethodSetting>> = {
  'metrics/enabled': (value) => ({ metricsEnabled: flag(value) }),
  'logging/dataTrace': (value) => ({ dataTraceEnabled: flag(value) }),
  'logging/loglevel': (value) => ({ loggingLevel: level(value) }),
  'throttling/burstLimit': (value) => ({ throttlingBurstLimit: number(value) }),
  'throttling/rateLimit': (value) => ({ throttlingRateLimit: number(value) }),
  'caching/enabled': (value) => ({ cachingEnabled: flag(value) }),
  'caching/ttlInSeconds': (value) => ({ cacheTtlInSeconds: number(value) }),
  'caching/dataEncrypted': (value) => ({ cacheDataEncrypted: flag(value) }),
  'caching/requireAuthorizationForCacheControl': (value) => ({
    requireAuthorizationForCacheControl: flag(value),
  }),
  'caching/unauthorizedCacheControlHeaderStrategy': (value) => ({
    unauthorizedCacheControlHeaderStrategy: strategy(value),
  }),
};

function level(value: string): string {
  if (['OFF', 'ERROR', 'INFO'].includes(value)) return value;
  throw badRequest('Invalid logging level specified. Valid values are OFF, ERROR, INFO');
}

function number(value: string): number {
  const parsed = Number(value);
  if (value !== '' && Number.isFinite(parsed)) return parsed;
  throw badRequest(`Invalid value for a number: ${value}`);
}

function strategy(value: string): NonNullable<MethodSetting['unauthorizedCacheControlHeaderStrategy']> {
  if (
    value === 'FAIL_WITH_403' ||
    value === 'SUCCEED_WITH_RESPONSE_HEADER' ||
    value === 'SUCCEED_WITHOUT_RESPONSE_HEADER'
  ) {
    return value;
  }
  throw badRequest(`Invalid unauthorized cache control header strategy: ${value}`);
}

/** AWS's own list, with the commas that it leaves out. */
export function invalidPath({ path }: PatchOperation): AwsError {
  const method = (scope: string) => {
    const at = (setting: string) => `${scope}/${setting}`;
    return { at, cache: (setting: string) => at(`caching/${setting}`) };
  };
  const one = method('/{resourcePath}/{httpMethod}');
  const all = method('/*/*');
  const list = [
    '/deploymentId',
    '/description',
    '/cacheClusterEnabled',
    '/cacheClusterSize',
    '/clientCertificateId',
    '/accessLogSettings',
    '/accessLogSettings/destinationArn',
    '/accessLogSettings/format',
    one.at('metrics/enabled'),
    one.at('logging/dataTrace'),
    one.at('logging/loglevel'),
    one.at('throttling/burstLimit') + one.at('throttling/rateLimit') + one.cache('ttlInSeconds'),
    one.cache('enabled'),
    one.cache('dataEncrypted'),
    one.cache('requireAuthorizationForCacheControl'),
    one.cache('unauthorizedCacheControlHeaderStrategy'),
    all.at('metrics/enabled'),
    all.at('logging/dataTrace'),
    all.at('logging/loglevel'),
    `${all.at('throttling/burstLimit')} ${all.at('throttling/rateLimit')} ${all.cache('ttlInSeconds')}`,
    all.cache('enabled'),
    all.cache('dataEncrypted'),
    all.cache('requireAuthorizationForCacheControl'),
    all.cache('unauthorizedCacheControlHeaderStrategy'),
    '/variables/{variable_name}',
    '/tracingEnabled',
  ];
  return badRequest(`Invalid method setting path: ${path}. Must be one of: [${list.join(', ')}]`);
}
