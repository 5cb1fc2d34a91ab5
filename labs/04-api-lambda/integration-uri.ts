import type { Names } from '#labs/kit/names.ts';

/** Where a Lambda integration sends its calls. */
export function invocationUri({
  names,
  target,
}: {
  names: Names;
  target: { region: string; account: string };
}): string {
  const fn = `arn:aws:lambda:${target.region}:${target.account}:function:${names.fn}`;
  return `arn:aws:apigateway:${target.region}:lambda:path/2015-03-31/functions/${fn}/invocations`;
}

/** The name of the function in such an address; with a version or alias behind it, it stays part of the name. */
export function functionIn(uri: string): string {
  return /:function:([^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
}
