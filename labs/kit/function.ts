import type { GetFunctionConfigurationCommandOutput } from '@aws-sdk/client-lambda';
import { texts } from './function.texts.ts';
import type { Look } from './lab.ts';
import { notHere } from './not-here.ts';
import { orAbsent } from './or-absent.ts';
import type { Result } from './result.ts';
import { foundElsewhere, quietly, similarName } from './similar.ts';

export type FunctionFacts = GetFunctionConfigurationCommandOutput;

/** The course's function as it stands, or `undefined`. */
export function readFunction({
  aws,
  names,
}: Pick<Look, 'aws' | 'names'>): Promise<FunctionFacts | undefined> {
  return orAbsent(aws.lambda.getFunctionConfiguration({ FunctionName: names.fn }));
}

/** Says that the function is not there, and where one of nearly that name is. */
export async function missingFunction(look: Look): Promise<Result> {
  const { names } = look;
  const [similar, other] = await Promise.all([
    quietly(similarFunction(look)),
    foundElsewhere(look, async (aws) => (await readFunction({ aws, names })) !== undefined),
  ]);
  const [call, field] = ['lambda:GetFunctionConfiguration', 'FunctionName'];
  return notHere(look, { texts, call, field, name: names.fn, similar, other });
}

async function similarFunction({ aws, names }: Look): Promise<string | undefined> {
  const { Functions = [] } = await aws.lambda.listFunctions({});
  return similarName(
    names.fn,
    Functions.map(({ FunctionName = '' }) => FunctionName),
  );
}

/** The name of the role that the function runs as: the last part of its ARN, whatever its path. */
export function roleNameOf(fn: FunctionFacts): string {
  return (fn.Role ?? '').split('/').at(-1) ?? '';
}

export function logGroupOf(fn: FunctionFacts, { names }: Pick<Look, 'names'>): string {
  return fn.LoggingConfig?.LogGroup ?? names.logGroup;
}
