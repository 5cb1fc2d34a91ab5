/** The parameters in which a request may name attributes. */
export interface Mentions {
  Item?: object | undefined;
  Key?: object | undefined;
  Items?: object[];
  AttributesToGet?: string[] | undefined;
  AttributeUpdates?: object | undefined;
  Expected?: object | undefined;
  KeyConditions?: object | undefined;
  QueryFilter?: object | undefined;
  ScanFilter?: object | undefined;
  ConditionExpression?: string | undefined;
  UpdateExpression?: string | undefined;
  ProjectionExpression?: string | undefined;
  FilterExpression?: string | undefined;
  KeyConditionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ReturnValues?: string | undefined;
  ReturnConsumedCapacity?: string | undefined;
}

/** The condition keys that follow from the request's text alone. */
export function mentioned(input: Mentions): Record<string, string | string[]> {
  const named = [
    input.Item,
    input.Key,
    input.AttributeUpdates,
    input.Expected,
    input.KeyConditions,
    input.QueryFilter,
    input.ScanFilter,
    ...(input.Items ?? []),
  ].flatMap((one) => Object.keys(one ?? {}));
  const expressed = [
    input.ConditionExpression,
    input.UpdateExpression,
    input.ProjectionExpression,
    input.FilterExpression,
    input.KeyConditionExpression,
  ].flatMap((expression) => namesIn(expression ?? '', input.ExpressionAttributeNames ?? {}));
  return {
    'dynamodb:Attributes': [...new Set([...named, ...(input.AttributesToGet ?? []), ...expressed])],
    ...(input.ReturnValues !== undefined && { 'dynamodb:ReturnValues': input.ReturnValues }),
    ...(input.ReturnConsumedCapacity !== undefined && {
      'dynamodb:ReturnConsumedCapacity': input.ReturnConsumedCapacity,
    }),
  };
}

const TOKEN = /:\w+|(\.\s*)?(#?[A-Za-z_]\w*|#\w+)(\s*\()?/g;
const KEYWORD = /^(and|or|not|between|in|set|remove|add|delete)$/i;

/** Top-level names only: what follows a dot lies inside an attribute. Read before anything is known to be valid. */
function namesIn(expression: string, names: Record<string, string>): string[] {
  return [...expression.matchAll(TOKEN)].flatMap(([, dot, name, call]) => {
    if (name === undefined || dot !== undefined) return [];
    if (name.startsWith('#')) return Object.hasOwn(names, name) ? [names[name] as string] : [];
    return KEYWORD.test(name) || call !== undefined ? [] : [name];
  });
}
