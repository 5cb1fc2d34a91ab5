import { fromUtf8, toHex } from '@smithy/core/serde';
import { AwsError } from '../errors.ts';
import type { Credentials } from '../identity.ts';
import type { Parts } from '../parts.ts';
import type { Principal } from '../principal.ts';
import type { Incoming } from '../wire/incoming.ts';
import { type Canonical, canonicalOf, canonicalText } from './canonical.ts';
import { diagnose } from './diagnose.ts';
import { basicDate, type Signed, timeOf } from './signed.ts';

export interface Verifier {
  /** Returns the caller or throws what AWS answers; `explain` is told what only the log may know. */
  verify(incoming: Incoming, signed: Signed, explain: (detail: string) => void): Principal;
}

const LEEWAY_MS = 5 * 60_000;
const LEEWAY_TEXT = '5 min.';

export function verifier(
  parts: Pick<Parts, 'crypto' | 'clock'>,
  credentialsOf: (accessKeyId: string) => Credentials | undefined,
): Verifier {
  const keyOf = signingKeys(parts.crypto);

  return {
    verify(incoming, signed, explain) {
      const credentials = credentialsOf(signed.accessKeyId);
      if (!credentials) throw invalidToken();
      checkTime(signed, parts.clock.now());

      const key = keyOf(credentials.secretAccessKey, signed);
      const signatureOf = (candidate: Canonical) => signature(parts.crypto, key, signed, candidate);
      const ours = canonicalOf(incoming, signed, parts.crypto);
      const unsigned = unsignedHeaders(incoming, signed);
      if (unsigned.length > 0) {
        explain(`line "signedHeaders": ${unsigned.join(', ')} must be signed`);
        throw mismatch(`'${unsigned[0]}' must be a 'SignedHeader' in the AWS Authorization.`);
      }
      if (signatureOf(ours) !== signed.signature) {
        explain(diagnose(ours, incoming, signed, signatureOf));
        throw mismatch(MISMATCH);
      }
      checkToken(credentials, signed, parts.clock.now());
      return credentials.principal;
    },
  };
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

function mismatch(message: string): AwsError {
  return new AwsError('InvalidSignatureException', message);
}

function invalidToken(): AwsError {
  return new AwsError(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
  );
}

function checkTime(signed: Signed, now: number): void {
  if (!signed.date.startsWith(signed.day)) {
    throw mismatch(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${signed.day}' != '${signed.date.slice(0, 8)}', from '${signed.date}'.`,
    );
  }
  const at = timeOf(signed.date);
  const holdsMs = signed.expires === undefined ? LEEWAY_MS : signed.expires * 1000;
  if (at + holdsMs < now) {
    const earliest = signed.expires === undefined ? now - LEEWAY_MS : now;
    const why = signed.expires === undefined ? ` (${basicDate(now)} - ${LEEWAY_TEXT})` : '';
    const end = signed.expires === undefined ? signed.date : basicDate(at + holdsMs);
    throw mismatch(`Signature expired: ${end} is now earlier than ${basicDate(earliest)}${why}`);
  }
  if (at > now + LEEWAY_MS) {
    throw mismatch(
      `Signature not yet current: ${signed.date} is still later than ${basicDate(now + LEEWAY_MS)} (${basicDate(now)} + ${LEEWAY_TEXT})`,
    );
  }
}

function checkToken({ sessionToken, expiresAt }: Credentials, signed: Signed, now: number): void {
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new AwsError('ExpiredTokenException', 'The security token included in the request is expired');
  }
  if (signed.token !== sessionToken) throw invalidToken();
}

/** What is not signed could be changed on the way; these say what is asked of whom. */
function unsignedHeaders({ headers }: Incoming, { signedHeaders, expires }: Signed): string[] {
  const must = ['host', ...(expires === undefined ? ['x-amz-target', 'x-amz-security-token'] : [])];
  return must.filter((name) => (name === 'host' || headers.has(name)) && !signedHeaders.includes(name));
}

function signature(
  crypto: Parts['crypto'],
  key: Uint8Array,
  { date, day, region, service }: Signed,
  canonical: Canonical,
): string {
  const hash = toHex(crypto.sha256(canonicalText(canonical)));
  const text = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/${service}/aws4_request\n${hash}`;
  return toHex(crypto.hmacSha256(key, text));
}

const MOST_KEYS = 1000;

/** A key holds for a day, so the four rounds are worth remembering. */
function signingKeys(crypto: Parts['crypto']) {
  const known = new Map<string, Uint8Array>();
  return (secret: string, { day, region, service }: Signed): Uint8Array => {
    const name = `${secret}/${day}/${region}/${service}`;
    const found = known.get(name);
    if (found) return found;
    const key = [day, region, service, 'aws4_request'].reduce<Uint8Array>(
      (previous, part) => crypto.hmacSha256(previous, part),
      fromUtf8(`AWS4${secret}`),
    );
    if (known.size >= MOST_KEYS) known.clear();
    known.set(name, key);
    return key;
  };
}
