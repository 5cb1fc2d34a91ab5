import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { invalidParameter, lambdaError } from './errors.ts';
import { pattern } from './facts.ts';

/** What a learner may write for a function: a name, part of an ARN or all of it, with or without a qualifier. */
export interface FunctionRef {
  account: string;
  region: string;
  name: string;
  qualifier?: string;
}

const PARTS = new RegExp(
  '^(?:arn:[^:]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\\d):)?(?:(\\d{12}):)?(?:function:)?' +
    '([a-zA-Z0-9-_.]+)(?::([a-zA-Z0-9-_$.]+))?$',
);

const NAMES = {
  functionName: { required: true, ...pattern('namespacedFunctionName'), minLength: 1, maxLength: 256 },
  qualifier: { ...pattern('qualifier'), minLength: 1, maxLength: 128 },
};

/** Reads a `FunctionName` and a `Qualifier` that belong together, refusing what AWS refuses. */
export function functionRef(
  ctx: Ctx,
  functionName: string | undefined,
  qualifier?: string | undefined,
): FunctionRef {
  enforce({ functionName, qualifier }, NAMES);
  const ref = readRef(ctx, functionName ?? '', qualifier);
  const derived = readRef(ctx, functionName ?? '').qualifier;
  if (derived !== undefined && qualifier !== undefined && derived !== qualifier) {
    throw invalidParameter(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  }
  if (ref.region !== ctx.region) {
    throw lambdaError(
      'ResourceNotFoundException',
      `Functions from '${ref.region}' are not reachable in this region ('${ctx.region}')`,
    );
  }
  return ref;
}

/** The same without a refusal: permissions are looked at before the input is. */
export function readRef(ctx: Ctx, functionName: string, qualifier?: string | undefined): FunctionRef {
  const [, region, account, name, derived] = PARTS.exec(functionName) ?? [];
  const wanted = qualifier ?? derived;
  return {
    region: region ?? ctx.region,
    account: account ?? ctx.account,
    name: name ?? functionName,
    ...(wanted === undefined ? {} : { qualifier: wanted }),
  };
}

export function functionArn({ region, account, name, qualifier }: FunctionRef): string {
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** The world a function lives in, when its ARN names another account. */
export function homeOf(ctx: Ctx, ref: FunctionRef): Ctx {
  return ref.account === ctx.account && ref.region === ctx.region && ctx.service === 'lambda'
    ? ctx
    : ctx.in({ service: 'lambda', account: ref.account, region: ref.region });
}
