import type { ServiceName } from '../service.ts';
import type { Protocol } from './incoming.ts';

/**
 * What the clients' configuration knows and their schemas do not (`runtimeConfig.shared` of the SDK's clients):
 * the prefix of `X-Amz-Target`, the namespace of XML answers, and whether JSON errors name the query protocol's code.
 */
export interface Dialect {
  /** Its own protocol first. */
  speaks: readonly Protocol[];
  target?: string;
  xmlNamespace?: string;
  queryCompatible?: boolean;
  /** The namespace that `__type` carries where AWS writes one. */
  typePrefix?: string;
}

export const dialects: Record<ServiceName, Dialect> = {
  sts: { speaks: ['query'], xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  iam: { speaks: ['query'], xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  lambda: { speaks: ['rest'] },
  apigateway: { speaks: ['rest'] },
  logs: { speaks: ['json'], target: 'Logs_20140328' },
  translate: { speaks: ['json'], target: 'AWSShineFrontendService_20170701' },
  dynamodb: {
    speaks: ['json'],
    target: 'DynamoDB_20120810',
    typePrefix: 'com.amazonaws.dynamodb.v20120810#',
  },
  'application-autoscaling': { speaks: ['json'], target: 'AnyScaleFrontendService' },
  monitoring: {
    speaks: ['json', 'cbor', 'query'],
    target: 'GraniteServiceVersion20100801',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    queryCompatible: true,
  },
  cloudtrail: { speaks: ['json'], target: 'CloudTrail_20131101' },
  sqs: {
    speaks: ['json', 'query'],
    target: 'AmazonSQS',
    xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    queryCompatible: true,
    typePrefix: 'com.amazonaws.sqs#',
  },
  budgets: { speaks: ['json'], target: 'AWSBudgetServiceGateway' },
};

/** A request may look like another protocol than its service's: `curl -d` says that it sends a form. */
export function protocolFor(service: ServiceName, seen: Protocol): Protocol {
  const { speaks } = dialects[service];
  return speaks.includes(seen) ? seen : (speaks[0] ?? seen);
}
