import { timingSafeEqual } from 'node:crypto';

/** What a request shows of where it comes from. */
export interface Arrival {
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
}

export interface Doorkeeper {
  port: number;
  /** Exact origins whose pages may call; every other page is refused. */
  allowedOrigins: ReadonlySet<string>;
  /** Whether pages that this port itself has served may call it. */
  servesPages: boolean;
  /** Names beyond loopback's own under which this port answers. */
  extraHost?: RegExp;
}

export interface Refusal {
  status: number;
  message: string;
}

/**
 * Loopback is no safe place by itself: any page in the learner's browser can send requests to it, and a name that
 * somebody else controls can point at it. Asked on every path, before anything else is looked at.
 */
export function refusalOf(arrival: Arrival, keeper: Doorkeeper): Refusal | undefined {
  if (!isOurHost(arrival.host, keeper)) {
    return { status: 421, message: 'This server answers to 127.0.0.1 and localhost only.' };
  }
  if (arrival.secFetchSite?.toLowerCase().includes('cross-site')) {
    return { status: 403, message: 'Pages of other sites may not call this server.' };
  }
  if (arrival.origin !== undefined && !mayCall(arrival.origin, arrival.host, keeper)) {
    return { status: 403, message: 'Pages of this origin may not call this server.' };
  }
  return undefined;
}

/** The host is one of ours by now, so a page of that very origin is one that we served. */
function mayCall(origin: string, host: string | undefined, keeper: Doorkeeper): boolean {
  return keeper.allowedOrigins.has(origin) || (keeper.servesPages && origin === `http://${host}`);
}

function isOurHost(host: string | undefined, { port, extraHost }: Doorkeeper): boolean {
  const [, name, given] = /^(\[::1\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(host ?? '') ?? [];
  if (name === undefined) return false;
  const itsPort = given === undefined ? undefined : Number(given);
  if (/^(127\.0\.0\.1|localhost|\[::1\])$/i.test(name)) return (itsPort ?? 80) === port;
  return extraHost?.test(name) === true && (itsPort === undefined || itsPort === port);
}

/**
 * A learner's API under its own name. Only names that no stranger can point at loopback: AWS's, and `localhost`'s.
 */
export const executeApiHost =
  /^[a-z0-9]{1,64}\.execute-api\.([a-z0-9-]{1,32}\.)?(amazonaws\.com|localhost)$/i;

export function sameToken(given: string | undefined, token: string): boolean {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}
