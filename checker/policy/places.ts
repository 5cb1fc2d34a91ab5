import type { Names } from '#labs/kit/names.ts';

/** Whose account, which region, which names: what the ARNs of a policy are made of. */
export interface Place {
  account: string;
  /** `*` in what only reads, so that "found in us-east-1" can be told. */
  region: string;
  names: Names;
}

/** The ARNs that permissions are given on, by what they are of. */
export const places = {
  anything: () => ['*'],
  function: ({ account, region, names }) => [`arn:aws:lambda:${region}:${account}:function:${names.fn}`],
  versions: ({ account, region, names }) => [`arn:aws:lambda:${region}:${account}:function:${names.fn}:*`],
  /** Any role may be the function's: a school's shared one, or one made by hand. */
  roles: ({ account }) => [`arn:aws:iam::${account}:role/*`],
  courseRoles: ({ account, names }) => [
    `arn:aws:iam::${account}:role/service-role/${names.fn}-role-*`,
    `arn:aws:iam::${account}:role/${names.fn}*`,
  ],
  policies: ({ account }) => [`arn:aws:iam::${account}:policy/*`, 'arn:aws:iam::aws:policy/*'],
  /** The console names a policy after nothing that is ours. */
  coursePolicies: ({ account, names }) => [
    `arn:aws:iam::${account}:policy/service-role/AWSLambdaBasicExecutionRole-*`,
    `arn:aws:iam::${account}:policy/${names.fn}*`,
  ],
  /** A group is asked about under an ARN that goes on behind its name. */
  logGroup: ({ account, region, names }) => [
    `arn:aws:logs:${region}:${account}:log-group:${names.logGroup}:*`,
  ],
  gatewayLogGroups: ({ account, region }) => [
    `arn:aws:logs:${region}:${account}:log-group:API-Gateway-Execution-Logs_*`,
  ],
  /** API Gateway knows verbs on paths, and no account. */
  apis: ({ region }) => [
    `arn:aws:apigateway:${region}::/restapis`,
    `arn:aws:apigateway:${region}::/restapis/*`,
  ],
  usagePlans: ({ region }) => [
    `arn:aws:apigateway:${region}::/usageplans`,
    `arn:aws:apigateway:${region}::/usageplans/*`,
  ],
  /** The list, and not `/apikeys/*`, where a key can be had in clear. */
  apiKeys: ({ region }) => [`arn:aws:apigateway:${region}::/apikeys`],
  gatewayTags: ({ region }) => [`arn:aws:apigateway:${region}::/tags/*`],
  gatewayAccount: ({ region }) => [`arn:aws:apigateway:${region}::/account`],
  table: ({ account, region, names }) => [`arn:aws:dynamodb:${region}:${account}:table/${names.table}`],
  budgets: ({ account }) => [`arn:aws:budgets::${account}:budget/*`],
  testEvents: ({ account, region, names }) => [
    `arn:aws:schemas:${region}:${account}:registry/lambda-testevent-schemas`,
    `arn:aws:schemas:${region}:${account}:schema/lambda-testevent-schemas/_${names.fn}-schema`,
  ],
} satisfies Record<string, (place: Place) => string[]>;

export type PlaceName = keyof typeof places;
