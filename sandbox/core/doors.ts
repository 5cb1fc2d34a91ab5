import type { Box } from './box.ts';
import { isServiceName, type OpenCtx } from './service.ts';

/** Answers `/_{service}/…`, an address that carries its own proof; `undefined`: this request is none of these. */
export async function throughDoor(box: Box, open: OpenCtx, request: Request): Promise<Response | undefined> {
  const [, name = ''] = /^\/_([a-z-]+)\//.exec(new URL(request.url).pathname) ?? [];
  if (request.method !== 'GET' || !isServiceName(name)) return undefined;
  const loaded = await box.load(name);
  return loaded?.service.door?.(request, open);
}
