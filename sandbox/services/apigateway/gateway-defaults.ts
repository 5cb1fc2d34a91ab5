import type { GatewayResponse, GatewayResponseType } from '@aws-sdk/client-api-gateway';
import type { Definition } from './records.ts';
import { own } from './tables.ts';

/** The status of each kind of answer that the gateway gives by itself; the two defaults have none. */
export const defaultStatus: Readonly<Record<GatewayResponseType, string | undefined>> = {
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  DEFAULT_4XX: undefined,
  DEFAULT_5XX: undefined,
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
};

export const gatewayTypes = Object.keys(defaultStatus) as GatewayResponseType[];

export const defaultTemplates = { 'application/json': '{"message":$context.error.messageString}' };

/** What an API answers for one kind: its own response, that of its default class, or AWS's. */
export function gatewayResponseOf(definition: Definition, type: GatewayResponseType): GatewayResponse {
  const set = own(definition.gatewayResponses, type);
  if (set) return set;
  const status = defaultStatus[type];
  const group = status?.startsWith('5') ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
  const general = status === undefined ? undefined : own(definition.gatewayResponses, group);
  return {
    responseType: type,
    statusCode: general?.statusCode ?? status,
    responseParameters: general?.responseParameters ?? {},
    responseTemplates: general?.responseTemplates ?? defaultTemplates,
    defaultResponse: true,
  };
}
