import type { Cause } from '#labs/kit/result.ts';

/** What went wrong with a call, told by the error's code and never by its HTTP status. */
export interface Trouble {
  cause: Exclude<Cause, 'absent' | 'different' | 'needs' | 'late'>;
  code: string;
  message: string;
  /** The IAM action and resource, where AWS names them. */
  action?: string;
  resource?: string;
}

const codes: Record<string, Trouble['cause']> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  AuthorizationError: 'denied',
  AuthorizationErrorException: 'denied',
  UnauthorizedException: 'denied',
  UnauthorizedOperation: 'denied',
  NotAuthorized: 'denied',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  ThrottledException: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  RequestThrottled: 'throttled',
  ProvisionedThroughputExceededException: 'throttled',
  BandwidthLimitExceeded: 'throttled',
  SlowDown: 'throttled',
  PriorRequestNotComplete: 'throttled',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  TokenRefreshRequired: 'expired',
  CredentialsProviderError: 'expired',
  InvalidClientTokenId: 'expired',
  UnrecognizedClientException: 'expired',
  MissingAuthenticationToken: 'expired',
  MissingAuthenticationTokenException: 'expired',
  SubscriptionRequiredException: 'not-subscribed',
  OptInRequired: 'not-subscribed',
  RequestTimeTooSkewed: 'clock',
  RequestExpired: 'clock',
  RequestInTheFuture: 'clock',
  InvalidRegion: 'region',
  RegionDisabledException: 'region',
  UnknownEndpoint: 'region',
  ENOTFOUND: 'network',
  EAI_AGAIN: 'network',
  ECONNREFUSED: 'network',
  ECONNRESET: 'network',
  EPIPE: 'network',
  EHOSTUNREACH: 'network',
  ENETUNREACH: 'network',
  ETIMEDOUT: 'network',
  TimeoutError: 'network',
  RequestTimeout: 'network',
  AbortError: 'network',
};

export function troubleOf(error: unknown): Trouble {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const cause =
    codes[code] ?? (isAboutTheClock(code, message) ? 'clock' : isNetwork(error) ? 'network' : 'broken');
  return { cause, code, message, ...deniedThing(cause, message) };
}

function codeOf(error: unknown): string {
  const { name, code, Code } = error as { name?: string; code?: unknown; Code?: unknown };
  if (typeof code === 'string' && name === 'Error') return code;
  return name && name !== 'Error' ? name : typeof Code === 'string' ? Code : 'Error';
}

/** A wrong clock shows as a wrong signature; the message tells the two apart. */
function isAboutTheClock(code: string, message: string): boolean {
  return (
    ['SignatureDoesNotMatch', 'InvalidSignatureException', 'AuthFailure'].includes(code) &&
    /Signature (expired|not yet current)/.test(message)
  );
}

function isNetwork(error: unknown): boolean {
  const { code, errno, syscall } = error as { code?: unknown; errno?: unknown; syscall?: unknown };
  return (
    (typeof code === 'string' && code in codes) ||
    errno !== undefined ||
    syscall !== undefined ||
    // What `fetch` throws has a cause; a slip of ours has none.
    (error instanceof TypeError && error.cause !== undefined)
  );
}

function deniedThing(cause: Trouble['cause'], message: string): Pick<Trouble, 'action' | 'resource'> {
  if (cause !== 'denied') return {};
  const match = /not authorized to perform: ([a-z0-9-]+:\w+)(?: on resource: (\S+))?/i.exec(message);
  return {
    ...(match?.[1] ? { action: match[1] } : {}),
    ...(match?.[2] ? { resource: match[2].replace(/[.,]$/, '') } : {}),
  };
}
