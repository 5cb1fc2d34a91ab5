import type { CommandImpl } from '@smithy/core/client';
import type { Ctx } from './context.ts';
import type { Principal } from './principal.ts';
import type { Route } from './wire/router.ts';

export const serviceNames = [
  'sts',
  'iam',
  'lambda',
  'logs',
  'translate',
  'apigateway',
  'dynamodb',
  'application-autoscaling',
  'monitoring',
  'cloudtrail',
  'sqs',
  'budgets',
] as const;

/** A service by its signing name, the one in a request's credential scope. */
export type ServiceName = (typeof serviceNames)[number];

export function isServiceName(name: string): name is ServiceName {
  return (serviceNames as readonly string[]).includes(name);
}

/** One operation: the SDK's input in, the SDK's output out. */
export type Operation<In, Out> = (input: In, ctx: Ctx) => Answer<Out>;

type Answer<Out> = Omit<Out, '$metadata'> | Promise<Omit<Out, '$metadata'>>;

/** The operations of an SDK client that we have, each typed by its command: a wrong name or output does not compile. */
export type Operations<Client> = {
  [Op in OperationName<Client>]?: OperationOf<Client[`${Op}Command` & keyof Client]>;
};

type OperationName<Client> = keyof Client extends infer Key
  ? Key extends `${infer Op}Command`
    ? Op
    : never
  : never;

/** Commands without required members have an optional input, hence `never[]`: any constructor will do. */
// Commands without required members have a second constructor, so the input is taken from what is constructed.
type OperationOf<Command> = Command extends new (
  ...args: never[]
  // biome-ignore lint/suspicious/noExplicitAny: only the two first parameters of CommandImpl matter here
) => CommandImpl<infer In, infer Out, any, any, any>
  ? (input: In, ctx: Ctx) => Answer<Out>
  : never;

/** What a caller must be allowed for one call. */
export interface Need {
  action: string;
  resource: string;
  /** Condition keys that this call has a value for, as `iam:PassedToService`. */
  context?: Record<string, string | string[]>;
  /** The policy on the resource itself, which may allow a caller that has no policy of its own. */
  resourcePolicy?: string;
}

/** Makes a context out of nothing: for calls that come by another door than the signed wire. */
export type OpenCtx = (place: {
  service: ServiceName;
  account: string;
  region: string;
  as: Principal;
  sourceIp?: string;
  userAgent?: string;
}) => Ctx;

export interface Service<Client = unknown> {
  name: ServiceName;
  /** Imports the SDK client, for its schemas: only when the service is first called. */
  client: () => Promise<Client>;
  /** Records of a global service live in no region. */
  global?: boolean;
  operations: Operations<Client>;
  /** Members of an operation's input that the sandbox has nothing for: a call that sets one is refused by its name. */
  lacks?: Partial<Record<OperationName<Client> & string, readonly string[]>>;
  /**
   * What each operation needs. Where an operation is not listed: `{prefix}:{Operation}` on `*`, with `prefix` the
   * service's name. `[]` needs nothing (GetCallerIdentity). `http` is the operation's address, where it has one.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each function takes its own operation's input
  needs?: Record<string, (input: any, ctx: Ctx, http?: Route) => Need | Need[] | Promise<Need | Need[]>>;
  /** Answers learners' own addresses (API Gateway's data plane), on a port of its own. */
  web?: (request: Request, open: OpenCtx) => Promise<Response>;
  /** Answers `/_{name}/…` on the signed port for addresses that carry their own proof, as presigned ones do. */
  door?: (request: Request, open: OpenCtx) => Promise<Response>;
  /** Called once, when the service is first loaded: takes up what an earlier process left undone. */
  wake?: (open: OpenCtx) => void;
  /** IAM's prefix where it differs from the signing name (`cloudwatch` for `monitoring`). */
  prefix?: string;
}

/** `defineService<typeof import('@aws-sdk/client-lambda')>({ … })`: named, so that each handler is typed by its command. */
export function defineService<Client>(service: Service<Client>): Service<Client> {
  return service;
}
