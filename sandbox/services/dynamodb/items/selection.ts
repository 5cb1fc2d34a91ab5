import { invalid } from '../errors.ts';
import type { Path } from '../expressions/path.ts';
import { parseProjection } from '../expressions/projection.ts';
import { openScope, refuseMixed } from '../expressions/scope.ts';

interface Input {
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  AttributesToGet?: string[] | undefined;
}

/** Which attributes a read by key wants; `undefined` is all of them. */
export function readSelection(input: Input): Path[] | undefined {
  const { ProjectionExpression, AttributesToGet } = input;
  refuseMixed({ AttributesToGet }, { ProjectionExpression });
  const scope = openScope(input, { ProjectionExpression }, []);
  const paths =
    ProjectionExpression === undefined
      ? attributesToGet(AttributesToGet)
      : parseProjection(ProjectionExpression, scope);
  scope.close();
  return paths;
}

export function attributesToGet(names: string[] | undefined): Path[] | undefined {
  if (!names) return undefined;
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    throw invalid(`One or more parameter values were invalid: Duplicate value in attribute name: ${twice}`);
  }
  return names.map((name) => [name]);
}
