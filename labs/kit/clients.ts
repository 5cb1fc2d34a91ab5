import type { CommandImpl } from '@smithy/core/client';
import type { reads } from './reads.ts';

/** The SDK's clients by the names that labs use. */
interface Modules {
  sts: typeof import('@aws-sdk/client-sts');
  iam: typeof import('@aws-sdk/client-iam');
  lambda: typeof import('@aws-sdk/client-lambda');
  logs: typeof import('@aws-sdk/client-cloudwatch-logs');
  apigateway: typeof import('@aws-sdk/client-api-gateway');
  dynamodb: typeof import('@aws-sdk/client-dynamodb');
  autoscaling: typeof import('@aws-sdk/client-application-auto-scaling');
  cloudwatch: typeof import('@aws-sdk/client-cloudwatch');
  cloudtrail: typeof import('@aws-sdk/client-cloudtrail');
  budgets: typeof import('@aws-sdk/client-budgets');
  translate: typeof import('@aws-sdk/client-translate');
}

export type ServiceId = keyof Modules;

/** Clients that can read and nothing else: `aws.lambda.getFunctionConfiguration({ … })`. A write does not compile. */
export type ReadClients = {
  readonly [Id in keyof typeof reads]: Methods<Modules[Id], (typeof reads)[Id][number]>;
};

/** All of the SDK, for `apply` and for cleaning. */
export type FullClients = { readonly [Id in ServiceId]: Methods<Modules[Id], OperationName<Modules[Id]>> };

type Methods<Client, Op extends string> = {
  readonly [Name in Op as Uncapitalize<Name>]: Method<Client[`${Name}Command` & keyof Client]>;
};

type Method<Command> = Command extends new (
  ...args: never[]
  // biome-ignore lint/suspicious/noExplicitAny: only input and output matter here
) => CommandImpl<infer In, infer Out, any, any, any>
  ? (input: In) => Promise<Out>
  : never;

type OperationName<Client> = keyof Client extends infer Key
  ? Key extends `${infer Op}Command`
    ? Op
    : never
  : never;

/** The call that an answer came from, as `lambda:GetFunctionConfiguration`; put there by whoever made the call. */
export const madeBy: unique symbol = Symbol('made by');

export function callOf(answer: object): string {
  return (answer as { [madeBy]?: string })[madeBy] ?? '';
}
