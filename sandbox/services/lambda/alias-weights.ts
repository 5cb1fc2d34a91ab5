import type { AliasRoutingConfiguration } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { functionNotFound, invalidParameter } from './errors.ts';
import { type FunctionRef, functionArn, homeOf } from './names.ts';
import { aliases, type FunctionRecord, LATEST, lookUp } from './records.ts';

/** The weights of an alias, or AWS's refusal; `undefined` when all goes to one version. */
export function checkWeights(
  ctx: Ctx,
  ref: FunctionRef,
  version: string,
  routing: AliasRoutingConfiguration | undefined,
): Record<string, number> | undefined {
  const weights = routing?.AdditionalVersionWeights ?? {};
  const entries = Object.entries(weights);
  if (entries.length === 0) return undefined;
  if (entries.some(([, weight]) => !(weight >= 0 && weight <= 1))) throw outOfRange(entries);
  if (entries.length > 1) {
    throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  }
  if (version === LATEST) {
    throw invalidParameter('$LATEST is not supported for an alias pointing to more than 1 version');
  }
  const [other] = entries.map(([name]) => name);
  if (other === version) {
    throw invalidParameter(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  }
  const home = homeOf(ctx, ref);
  const main = lookUp(home, ref.name, version);
  if (!main) throw functionNotFound(functionArn({ ...ref, qualifier: version }));
  const second = other === undefined ? undefined : lookUp(home, ref.name, other);
  if (!second) throw functionNotFound(functionArn({ ...ref, qualifier: other ?? '' }));
  checkAlike(main, second);
  return weights;
}

/** Which version an alias sends this invocation to. */
export function routed(ctx: Ctx, home: Ctx, ref: FunctionRef): string | undefined {
  const alias = ref.qualifier === undefined ? undefined : aliases(home).get(`${ref.name}/${ref.qualifier}`);
  if (!alias) return ref.qualifier;
  let drawn = ctx.parts.random.fraction();
  for (const [version, weight] of Object.entries(alias.weights ?? {})) {
    if (drawn < weight) return version;
    drawn -= weight;
  }
  return alias.version;
}

/** Versions that share an alias must share the role and the dead-letter queue (Developer Guide, alias routing). */
function checkAlike(main: FunctionRecord, second: FunctionRecord): void {
  const [what] = [
    ...(main.role === second.role ? [] : ['execution role']),
    ...(main.deadLetterArn === second.deadLetterArn ? [] : ['dead-letter queue configuration']),
  ];
  if (what) {
    throw invalidParameter(`Function versions in alias routing must have the same ${what}.`);
  }
}

function outOfRange(entries: Array<[string, number]>): AwsError {
  const shown = entries.map(([version, weight]) => `${version}=${asDouble(weight)}`).join(', ');
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value '{${shown}}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]`,
  );
}

function asDouble(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
