import { AwsError } from '../errors.ts';
import type { Incoming } from '../wire/incoming.ts';

/** What a request says about its own signature. */
export interface Signed {
  accessKeyId: string;
  /** yyyymmdd, of the scope. */
  day: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** yyyymmddThhmmssZ */
  date: string;
  token: string | undefined;
  /** In the query: seconds that the address holds. */
  expires: number | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

export function readSigned(incoming: Incoming): Signed {
  const header = incoming.headers.get('authorization');
  if (header !== undefined) return fromHeader(header, incoming);
  if (incoming.query.has('X-Amz-Signature') || incoming.query.has('X-Amz-Credential')) {
    return fromQuery(incoming.query);
  }
  throw new AwsError('MissingAuthenticationTokenException', MISSING[incoming.protocol]);
}

const MISSING = {
  rest: 'Missing Authentication Token',
  json: 'Request is missing Authentication Token',
  cbor: 'Request is missing Authentication Token',
  query: 'Request is missing Authentication Token',
} as const;

function fromHeader(header: string, { headers }: Incoming): Signed {
  const [algorithm, ...rest] = header.trim().split(/\s+/);
  if (algorithm !== ALGORITHM) throw incomplete(`Authorization header requires '${ALGORITHM}'`, header);
  const fields = new Map(rest.join('').split(',').map(fieldOf));
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !fields.get(name));
  if (missing.length > 0) {
    const what = missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' ');
    throw incomplete(what, header);
  }
  const date = headers.get('x-amz-date') ?? basicDate(headers.get('date'));
  if (!date) {
    throw incomplete(
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
      header,
    );
  }
  return {
    ...scopeOf(fields.get('Credential') ?? ''),
    signedHeaders: (fields.get('SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: fields.get('Signature') ?? '',
    date: checkedDate(date),
    token: headers.get('x-amz-security-token'),
    expires: undefined,
  };
}

function fieldOf(field: string): [string, string] {
  const at = field.indexOf('=');
  return at === -1 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
}

function fromQuery(query: URLSearchParams): Signed {
  const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'];
  const missing = names.filter((name) => !query.get(`X-Amz-${name}`));
  if (missing.length > 0) throw incomplete(`The query string lacks X-Amz-${missing.join(', X-Amz-')}.`, '');
  if (query.get('X-Amz-Algorithm') !== ALGORITHM)
    throw incomplete(`X-Amz-Algorithm must be ${ALGORITHM}.`, '');
  const expires = Number(query.get('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 0 || expires > 604_800) {
    throw incomplete('X-Amz-Expires must be a number of seconds up to 604800.', '');
  }
  return {
    ...scopeOf(query.get('X-Amz-Credential') ?? ''),
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    date: checkedDate(query.get('X-Amz-Date') ?? ''),
    token: query.get('X-Amz-Security-Token') ?? undefined,
    expires,
  };
}

/** An access key may hold a slash as little as a region may; both become part of keys in the store. */
function scopeOf(credential: string): Pick<Signed, 'accessKeyId' | 'day' | 'region' | 'service'> {
  const parts = credential.split('/');
  const [accessKeyId = '', day = '', region = '', service = '', end] = parts;
  if (parts.length !== 5 || end !== 'aws4_request' || !/^\w{1,128}$/.test(accessKeyId)) {
    throw incomplete(
      'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term,',
      credential,
    );
  }
  if (!/^[a-z0-9-]{1,32}$/.test(region)) {
    throw new AwsError('InvalidSignatureException', 'Credential should be scoped to a valid region.');
  }
  return { accessKeyId, day, region, service };
}

function checkedDate(date: string): string {
  if (/^\d{8}T\d{6}Z$/.test(date) && !Number.isNaN(timeOf(date))) return date;
  throw incomplete(`Date must be in ISO-8601 'basic format'. Got '${date.slice(0, 64)}'.`, '');
}

/** Milliseconds of a `yyyymmddThhmmssZ`. */
export function timeOf(date: string): number {
  return Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

export function basicDate(at: string | number | undefined): string | undefined {
  const time = at === undefined ? Number.NaN : new Date(at).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function incomplete(message: string, got: string): AwsError {
  const shown =
    got === '' ? '' : ` Authorization=${got.replace(/Signature=\w+/, 'Signature=***').slice(0, 200)}`;
  return new AwsError('IncompleteSignatureException', message + shown);
}
