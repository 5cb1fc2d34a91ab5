import { AwsError } from '../errors.ts';
import type { ServiceName } from '../service.ts';
import type { Catalog, ErrorShape, OperationShape } from './catalog.ts';
import { commonQueryCode, commonStatus } from './common-errors.ts';
import { type Dialect, dialects } from './dialects.ts';
import type { Incoming } from './incoming.ts';
import { writeJson } from './json.ts';
import { cborLeaves, encodeCbor, jsonLeaves, type Leaves, restJsonLeaves } from './leaves.ts';
import { writeRest } from './rest.ts';
import { writeTree } from './tree.ts';
import { element, escapeXml, writeXml } from './xml.ts';

export interface Answering {
  incoming: Incoming;
  requestId: string;
  now: number;
  /** Unknown while the request has not said whom it is for. */
  service?: ServiceName;
  catalog?: Catalog;
}

interface Draft {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export function answer(about: Answering, shape: OperationShape, output: Record<string, unknown>): Response {
  return send(about, draftOf(about, shape, output));
}

function draftOf(about: Answering, shape: OperationShape, output: Record<string, unknown>): Draft {
  switch (about.incoming.protocol) {
    case 'rest':
      return writeRest(shape, output);
    case 'json':
      return draft(200, jsonType(about.incoming), writeJson(shape.output, output));
    case 'cbor': {
      const tree = shape.output.isUnitSchema() ? {} : writeTree(shape.output, output, cborLeaves);
      return cborDraft(200, tree);
    }
    case 'query': {
      const result = shape.output.isUnitSchema()
        ? ''
        : element(`${shape.name}Result`, writeXml(shape.output, output));
      const metadata = element('ResponseMetadata', element('RequestId', about.requestId));
      return xmlDraft(about, 200, `${shape.name}Response`, result + metadata);
    }
  }
}

function draft(status: number, type: string, body: string | Uint8Array): Draft {
  return { status, headers: { 'content-type': type }, body };
}

function jsonType({ headers }: Incoming): string {
  return headers.get('content-type') === 'application/x-amz-json-1.1'
    ? 'application/x-amz-json-1.1'
    : 'application/x-amz-json-1.0';
}

function cborDraft(status: number, tree: unknown): Draft {
  return {
    status,
    headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
    body: encodeCbor(tree),
  };
}

function xmlDraft({ service }: Answering, status: number, root: string, content: string): Draft {
  const namespace =
    (service && dialects[service].xmlNamespace) ?? 'http://webservices.amazon.com/AWSFault/2005-15-09';
  return draft(status, 'text/xml', `<${root} xmlns="${namespace}">${content}</${root}>`);
}

const FORBIDS_BODY = new Set([204, 205, 304]);

function send({ requestId, now }: Answering, { status, headers, body }: Draft): Response {
  const sent = FORBIDS_BODY.has(status) ? null : (body as string | Uint8Array<ArrayBuffer>);
  return new Response(sent, {
    status,
    headers: { ...headers, 'x-amzn-requestid': requestId, date: new Date(now).toUTCString() },
  });
}

/** An error in the caller's protocol. Whatever is no `AwsError` stays inside: the call log has it. */
export function refuse(about: Answering, thrown: unknown): Response {
  const error = thrown instanceof AwsError ? thrown : new AwsError('InternalFailure', INTERNAL);
  return send(about, refusal(about, error));
}

const INTERNAL = 'The request processing has failed because of an unknown error, exception or failure.';

function refusal(about: Answering, error: AwsError): Draft {
  const { protocol } = about.incoming;
  const shape = about.catalog?.error(error.code);
  const status = shape?.status ?? error.status ?? commonStatus(error.code, protocol);
  if (protocol === 'query') return queryRefusal(about, error, shape, status);

  const code = shape?.name ?? error.code;
  if (protocol === 'rest') {
    const tree = errorTree(error, shape, restJsonLeaves);
    const written = draft(status, 'application/json', JSON.stringify(tree));
    written.headers['x-amzn-errortype'] = code;
    return written;
  }
  const dialect: Partial<Dialect> = about.service ? dialects[about.service] : {};
  const __type = (shape ? (dialect.typePrefix ?? '') : commonPrefix(about, error)) + code;
  const tree = { __type, ...errorTree(error, shape, protocol === 'cbor' ? cborLeaves : jsonLeaves) };
  const written =
    protocol === 'cbor'
      ? cborDraft(status, tree)
      : draft(status, jsonType(about.incoming), JSON.stringify(tree));
  if (dialect.queryCompatible) {
    const fault =
      (shape?.fault ?? (status >= 500 ? 'server' : 'client')) === 'server' ? 'Receiver' : 'Sender';
    written.headers['x-amzn-query-error'] = `${shape?.queryCode ?? commonQueryCode(error.code)};${fault}`;
  }
  return written;
}

/** DynamoDB names the layer that refused. */
function commonPrefix({ service }: Answering, { code }: AwsError): string {
  if (service !== 'dynamodb') return '';
  return code === 'ValidationException' ? 'com.amazon.coral.validate#' : 'com.amazon.coral.service#';
}

/** Services differ in how they write `message`; the schema knows, and so do recorded answers where there is none. */
function errorTree(error: AwsError, shape: ErrorShape | undefined, leaves: Leaves): object {
  if (!shape) {
    const name = error.code === 'AccessDeniedException' ? 'Message' : 'message';
    return { [name]: error.message, ...error.members };
  }
  const members: Record<string, unknown> = {};
  let told = false;
  for (const [name] of shape.schema.structIterator()) {
    if (name === 'Type') members[name] = shape.fault === 'server' ? 'Service' : 'User';
    if (name.toLowerCase() !== 'message') continue;
    members[name] = error.message;
    told = true;
  }
  // A service has the last word: `Type: undefined` leaves it out where AWS does.
  const tree = writeTree(shape.schema, { ...members, ...error.members }, leaves) as object;
  return told ? tree : { message: error.message, ...tree };
}

function queryRefusal(
  about: Answering,
  error: AwsError,
  shape: ErrorShape | undefined,
  status: number,
): Draft {
  const detail =
    element('Type', status >= 500 ? 'Receiver' : 'Sender') +
    element('Code', escapeXml(shape?.queryCode ?? commonQueryCode(error.code))) +
    element('Message', escapeXml(error.message));
  const id = element('RequestId', about.requestId);
  return xmlDraft(about, status, 'ErrorResponse', element('Error', detail) + id);
}
