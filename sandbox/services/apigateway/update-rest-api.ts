import type { EndpointType, RestApi, UpdateRestApiRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { checkCompression, checkPolicy, checkPrivate } from './endpoint.ts';
import { badRequest } from './errors.ts';
import { facts } from './facts.ts';
import { applyPatch, flag, type PatchRule } from './patch.ts';
import type { ApiRecord } from './records.ts';
import { showApi } from './rest-apis.ts';
import { apiOf, tables } from './tables.ts';

export function updateRestApi(input: UpdateRestApiRequest, ctx: Ctx): RestApi {
  const api = apiOf(ctx, input.restApiId);
  applyPatch(api, input.patchOperations, { rules, wording: 'plain', input: 'updateRestApiInput' });
  const { types, ipAddressType } = api.endpointConfiguration ?? {};
  checkPrivate(types?.[0] ?? 'EDGE', ipAddressType ?? 'ipv4');
  tables.apis(ctx).put(api.id, api);
  return showApi(api);
}

const rules: ReadonlyArray<PatchRule<ApiRecord>> = [
  {
    path: '/name',
    ops: ['replace'],
    apply(api, { value }) {
      if (!value) throw badRequest('Invalid API name specified');
      api.name = value;
    },
  },
  {
    path: '/description',
    ops: ['replace', 'add', 'remove'],
    apply(api, { value }) {
      if (value) api.description = value;
      else delete api.description;
    },
  },
  {
    path: '/version',
    ops: ['replace'],
    apply: (api, { value }) => {
      api.version = value;
    },
  },
  {
    path: '/apiKeySource',
    ops: ['replace'],
    apply(api, { value }) {
      if (value !== 'HEADER' && value !== 'AUTHORIZER') {
        throw badRequest('Invalid API Key Source specified. Valid options are HEADER,AUTHORIZER');
      }
      api.apiKeySource = value;
    },
  },
  {
    path: '/minimumCompressionSize',
    ops: ['replace'],
    apply(api, { value }) {
      if (!value) {
        delete api.minimumCompressionSize;
        return;
      }
      checkCompression(Number(value));
      api.minimumCompressionSize = Number(value);
    },
  },
  {
    path: '/disableExecuteApiEndpoint',
    ops: ['replace'],
    apply: (api, { value }) => {
      api.disableExecuteApiEndpoint = flag(value);
    },
  },
  {
    path: '/policy',
    ops: ['replace', 'add', 'remove'],
    apply(api, { value }) {
      checkPolicy(value);
      if (value) api.policy = value;
      else delete api.policy;
    },
  },
  {
    path: '/binaryMediaTypes/{name}',
    ops: ['add', 'remove', 'replace'],
    apply(api, { op, name, value }) {
      const others = (api.binaryMediaTypes ?? []).filter((type) => type !== name);
      const after = op === 'remove' ? others : [...others, op === 'replace' && value ? value : name];
      if (after.length > 0) api.binaryMediaTypes = after;
      else delete api.binaryMediaTypes;
    },
  },
  {
    path: '/endpointConfiguration/ipAddressType',
    ops: ['replace'],
    apply(api, { value }) {
      if (value !== 'ipv4' && value !== 'dualstack') {
        throw badRequest('ipAddressType must be either ipv4 or dualstack.');
      }
      api.endpointConfiguration = { ...api.endpointConfiguration, ipAddressType: value };
    },
  },
  {
    path: '/endpointConfiguration/types/{name}',
    ops: ['add', 'remove', 'replace'],
    apply(api, { op, value }) {
      if (op !== 'replace' || !value || !isEndpointType(value)) {
        throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE');
      }
      // A private API speaks both address families, so AWS switches it over by itself.
      const address = value === 'PRIVATE' ? { ipAddressType: 'dualstack' as const } : {};
      api.endpointConfiguration = { ...api.endpointConfiguration, types: [value], ...address };
    },
  },
];

function isEndpointType(value: string): value is EndpointType {
  return (facts.endpointTypes as readonly string[]).includes(value);
}
