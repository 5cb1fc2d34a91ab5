import type { ServiceName } from '../service.ts';

/**
 * What the clients' configuration knows and their schemas do not (`runtimeConfig.shared` of the SDK's clients):
 * the prefix of `X-Amz-Target`, the namespace of XML answers, and whether JSON errors name the query protocol's code.
 */
export interface Dialect {
  target?: string;
  xmlNamespace?: string;
  queryCompatible?: boolean;
  /** The namespace that `__type` carries where AWS writes one. */
  typePrefix?: string;
}

export const dialects: Record<ServiceName, Dialect> = {
  sts: { xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  iam: { xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  lambda: {},
  apigateway: {},
  logs: { target: 'Logs_20140328' },
  translate: { target: 'AWSShineFrontendService_20170701' },
  dynamodb: { target: 'DynamoDB_20120810', typePrefix: 'com.amazonaws.dynamodb.v20120810#' },
  'application-autoscaling': { target: 'AnyScaleFrontendService' },
  monitoring: {
    target: 'GraniteServiceVersion20100801',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    queryCompatible: true,
  },
  cloudtrail: { target: 'CloudTrail_20131101' },
  sqs: {
    target: 'AmazonSQS',
    xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    queryCompatible: true,
    typePrefix: 'com.amazonaws.sqs#',
  },
  budgets: { target: 'AWSBudgetServiceGateway' },
};
