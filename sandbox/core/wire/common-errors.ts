import type { Protocol } from './incoming.ts';

/** Errors that every AWS service can answer and no schema models: their status, and their name in the query protocol. */
interface CommonError {
  status: number;
  /** What awsJson answers with instead, where it differs. */
  jsonStatus?: number;
  queryCode?: string;
}

const COMMON: Readonly<Record<string, CommonError>> = {
  AccessDeniedException: { status: 403, jsonStatus: 400, queryCode: 'AccessDenied' },
  MissingAuthenticationTokenException: { status: 403, queryCode: 'MissingAuthenticationToken' },
  IncompleteSignatureException: { status: 403, queryCode: 'IncompleteSignature' },
  InvalidSignatureException: { status: 403, jsonStatus: 400, queryCode: 'SignatureDoesNotMatch' },
  UnrecognizedClientException: { status: 403, jsonStatus: 400, queryCode: 'InvalidClientTokenId' },
  ExpiredTokenException: { status: 403, jsonStatus: 400, queryCode: 'ExpiredToken' },
  UnknownOperationException: { status: 404, jsonStatus: 400, queryCode: 'InvalidAction' },
  SerializationException: { status: 400, queryCode: 'MalformedInput' },
  MalformedInput: { status: 400 },
  ValidationException: { status: 400, queryCode: 'ValidationError' },
  BadRequestException: { status: 400 },
  MissingRequiredParameterException: { status: 400, queryCode: 'MissingParameter' },
  InvalidParameterValueException: { status: 400, queryCode: 'InvalidParameterValue' },
  ThrottlingException: { status: 429, jsonStatus: 400, queryCode: 'Throttling' },
  TooManyRequestsException: { status: 429 },
  RequestEntityTooLargeException: { status: 413 },
  InternalFailure: { status: 500 },
  InternalServerError: { status: 500 },
  ServiceException: { status: 500 },
  ServiceUnavailableException: { status: 503, queryCode: 'ServiceUnavailable' },
  UnknownService: { status: 501 },
  NotImplementedException: { status: 501 },
  UndeclaredNeedsException: { status: 501 },
};

export function commonStatus(code: string, protocol: Protocol): number {
  const known = Object.hasOwn(COMMON, code) ? COMMON[code] : undefined;
  if (!known) return 400;
  return protocol === 'json' || protocol === 'cbor' ? (known.jsonStatus ?? known.status) : known.status;
}

export function commonQueryCode(code: string): string {
  return (Object.hasOwn(COMMON, code) ? COMMON[code]?.queryCode : undefined) ?? code;
}
