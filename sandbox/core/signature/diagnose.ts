import type { Incoming } from '../wire/incoming.ts';
import { type Canonical, normalized } from './canonical.ts';
import type { Signed } from './signed.ts';

/**
 * Why a signature did not match. We never see the client's canonical request, so the usual mistakes are tried: where
 * one of them gives the client's signature, its line is the one that differed.
 */
export function diagnose(
  ours: Canonical,
  incoming: Incoming,
  signed: Signed,
  signatureOf: (candidate: Canonical) => string,
): string {
  const found = candidates(ours, incoming).find(
    ({ change }) => signatureOf({ ...ours, ...change }) === signed.signature,
  );
  if (!found) {
    return `Nothing in the request explains the signature, so most likely the secret access key is wrong. Canonical request here: ${JSON.stringify(ours)}`;
  }
  const lines = Object.entries(found.change).map(
    ([line, theirs]) =>
      `line "${line}": signed ${JSON.stringify(theirs)}, expected ${JSON.stringify(ours[line as keyof Canonical])}`,
  );
  return `${found.why}; ${lines.join('; ')}`;
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function candidates(ours: Canonical, { path, headers, search, host }: Incoming) {
  const claimed = headers.get('x-amz-content-sha256');
  const bareHost = host.replace(/:\d+$/, '');
  const tried: Array<{ why: string; change: Partial<Canonical> }> = [
    { why: 'The path was signed without encoding it once more', change: { path: normalized(path) } },
    { why: 'The path was signed as it came', change: { path } },
    { why: 'The path was signed decoded', change: { path: decoded(path) } },
    { why: 'The payload was not signed', change: { payload: 'UNSIGNED-PAYLOAD' } },
    { why: 'An empty payload was signed', change: { payload: EMPTY } },
    { why: 'The query string was signed unsorted', change: { query: search } },
    { why: 'The query string was left out', change: { query: '' } },
    {
      why: 'The host was signed without its port',
      change: { headers: ours.headers.replace(`host:${host}\n`, `host:${bareHost}\n`) },
    },
    ...(claimed
      ? [{ why: 'x-amz-content-sha256 is not the hash of the body', change: { payload: claimed } }]
      : []),
  ];
  return tried.filter(({ change }) =>
    Object.entries(change).some(([line, theirs]) => theirs !== ours[line as keyof Canonical]),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
