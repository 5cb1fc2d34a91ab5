import { invalid } from '../errors.ts';

/** No field is dropped silently: one that we do not know is refused by name. */
export function refuseUnknown(operation: string, input: object, supported: readonly string[]): void {
  const unknown = Object.entries(input).find(
    ([field, value]) => value !== undefined && !supported.includes(field),
  );
  if (unknown) throw invalid(`The sandbox has no ${unknown[0]} in dynamodb:${operation}.`);
}
