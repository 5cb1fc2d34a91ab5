import type { GatewayResponseType } from '@aws-sdk/client-api-gateway';

interface Kind {
  message: string;
  /** `x-amzn-ErrorType` */
  errorType: string;
}

const internal: Kind = { message: 'Internal server error', errorType: 'InternalServerErrorException' };

const kinds: Readonly<Partial<Record<GatewayResponseType, Kind>>> = {
  MISSING_AUTHENTICATION_TOKEN: {
    message: 'Missing Authentication Token',
    errorType: 'MissingAuthenticationTokenException',
  },
  INVALID_API_KEY: { message: 'Forbidden', errorType: 'ForbiddenException' },
  ACCESS_DENIED: { message: 'Forbidden', errorType: 'AccessDeniedException' },
  THROTTLED: { message: 'Too Many Requests', errorType: 'TooManyRequestsException' },
  QUOTA_EXCEEDED: { message: 'Limit Exceeded', errorType: 'LimitExceededException' },
  BAD_REQUEST_PARAMETERS: { message: 'Bad Request', errorType: 'BadRequestException' },
  BAD_REQUEST_BODY: { message: 'Invalid request body', errorType: 'BadRequestException' },
  REQUEST_TOO_LARGE: { message: 'Request Too Long', errorType: 'RequestTooLargeException' },
  UNSUPPORTED_MEDIA_TYPE: { message: 'Unsupported Media Type', errorType: 'UnsupportedMediaTypeException' },
  INTEGRATION_TIMEOUT: { ...internal, message: 'Endpoint request timed out' },
};

/** The gateway answers by itself; a learner may dress the answer up as a gateway response. */
export class GatewayFailure extends Error {
  readonly type: GatewayResponseType;
  readonly errorType: string;
  readonly validation: string | undefined;
  /** Where AWS answers with another status than the type's own. */
  readonly status: number | undefined;

  constructor(
    type: GatewayResponseType,
    more: { message?: string; status?: number; validation?: string } = {},
  ) {
    const kind = kinds[type] ?? internal;
    super(more.message ?? kind.message);
    this.name = 'GatewayFailure';
    this.type = type;
    this.errorType = kind.errorType;
    this.status = more.status;
    this.validation = more.validation;
  }
}

/** A mistake in the API's own making; what it is stands in the execution log alone, as on AWS. */
export function misconfigured(call: { log: string[] }, why: string): GatewayFailure {
  call.log.push(`Execution failed due to configuration error: ${why}`);
  return new GatewayFailure('API_CONFIGURATION_ERROR');
}

/** The integration answered something that cannot be used: 502. */
export function badGateway(call: { log: string[] }, why: string): GatewayFailure {
  call.log.push(why);
  return new GatewayFailure('DEFAULT_5XX', { status: 502 });
}
