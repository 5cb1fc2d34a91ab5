import { findApi, findResource } from './api.ts';
import type { Look } from './lab.ts';
import { texts } from './method.texts.ts';
import { orAbsent } from './or-absent.ts';
import { absent, type Result } from './result.ts';
import { says } from './text.ts';

/** GET of one path in the draft, with its integration; or what is missing of it. */
export async function findGet(path: string, look: Look) {
  const found = await findApi(look);
  if ('problem' in found) return found;
  const { resource, paths } = await findResource(found.api, path, look);
  if (!resource?.id) {
    return problem(
      absent(
        says(texts.noResource, { path, paths: paths.join(' ') }),
        says(texts.noResourceNext, { name: path.slice(1) }),
        {
          call: 'apigateway:GetResources',
          field: 'path',
          expected: path,
          found: paths,
        },
      ),
    );
  }
  const place = { restApiId: found.api.id, resourceId: resource.id, httpMethod: 'GET' };
  const method = await orAbsent(look.aws.apigateway.getMethod(place));
  if (!method) {
    const methods = Object.keys(resource.resourceMethods ?? {});
    return problem(
      absent(
        says(texts.noMethod, { path, methods: methods.join(' ') || '–' }),
        says(texts.noMethodNext, { path }),
        {
          call: 'apigateway:GetMethod',
          field: 'httpMethod',
          expected: 'GET',
          found: methods,
        },
      ),
    );
  }
  return { api: found.api, method, place };
}

function problem(result: Result): { problem: Result } {
  return { problem: result };
}
