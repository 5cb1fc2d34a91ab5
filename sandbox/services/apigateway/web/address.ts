/** Which API, stage and path an address means; `undefined` when it is no address of an API. */
export function parseAddress(
  url: URL,
  host: string,
): { apiId: string; stage: string; path: string; rest: string } | undefined {
  const ours = /^\/_api\/([a-z0-9]+)(\/.*)?$/.exec(url.pathname);
  if (ours) return split(ours[1] ?? '', ours[2] ?? '/');
  const apiId = /^([a-z0-9]+)\.execute-api\./.exec(host)?.[1];
  return apiId ? split(apiId, url.pathname) : undefined;
}

/** `rest` is what follows the stage as it came; a path has one slash before it, however many were sent. */
function split(apiId: string, pathname: string) {
  const [, stage = '', rest = ''] = /^\/+([^/]*)(.*)$/s.exec(pathname) ?? [];
  return { apiId, stage, rest, path: `/${rest.replace(/^\/+/, '')}` };
}
