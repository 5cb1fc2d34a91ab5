import type { Integration, Method, UpdateIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound } from './errors.ts';
import { facts } from './facts.ts';
import { checkUri } from './integration-uri.ts';
import { checkPassthrough, checkRequestParameters, checkTimeout } from './integrations.ts';
import { methodIn } from './methods.ts';
import { applyPatch, type PatchRule } from './patch.ts';

export function updateIntegration(input: UpdateIntegrationRequest, ctx: Ctx): Integration {
  const { method, save } = methodIn(ctx, input);
  const integration = method.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  const rules = rulesFor(method);
  applyPatch(integration, input.patchOperations, {
    rules,
    wording: 'plain',
    input: 'updateIntegrationInput',
  });
  save();
  return integration;
}

function rulesFor(method: Method): ReadonlyArray<PatchRule<Integration>> {
  return [
    {
      path: '/httpMethod',
      ops: ['replace'],
      apply(integration, { value }) {
        if (!(facts.httpMethods as readonly string[]).includes(value ?? '')) {
          throw badRequest(`Invalid HttpMethod specified. Valid options are ${facts.httpMethods.join(',')}`);
        }
        integration.httpMethod = value;
      },
    },
    {
      path: '/uri',
      ops: ['replace'],
      apply(integration, { value }) {
        checkUri(integration.type ?? 'MOCK', value);
        integration.uri = value;
      },
    },
    {
      path: '/credentials',
      ops: ['replace', 'add', 'remove'],
      apply(integration, { value }) {
        if (value) integration.credentials = value;
        else delete integration.credentials;
      },
    },
    {
      path: '/passthroughBehavior',
      ops: ['replace'],
      apply(integration, { value }) {
        checkPassthrough(value);
        integration.passthroughBehavior = value;
      },
    },
    {
      path: '/timeoutInMillis',
      ops: ['replace'],
      apply(integration, { value }) {
        checkTimeout(Number(value));
        integration.timeoutInMillis = Number(value);
      },
    },
    {
      path: '/contentHandling',
      ops: ['replace', 'add', 'remove'],
      apply(integration, { value }) {
        if (value === 'CONVERT_TO_BINARY' || value === 'CONVERT_TO_TEXT') integration.contentHandling = value;
        else if (value) throw badRequest(`Invalid content handling specified: ${value}`);
        else delete integration.contentHandling;
      },
    },
    {
      path: '/cacheNamespace',
      ops: ['replace'],
      apply: (integration, { value }) => {
        integration.cacheNamespace = value;
      },
    },
    {
      path: '/cacheKeyParameters/{name}',
      ops: ['add', 'remove'],
      apply(integration, { op, name }) {
        const others = (integration.cacheKeyParameters ?? []).filter((key) => key !== name);
        integration.cacheKeyParameters = op === 'add' ? [...others, name] : others;
      },
    },
    {
      path: '/requestParameters/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(integration, { op, name, value }) {
        const { [name]: before, ...others } = integration.requestParameters ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Invalid parameter name specified');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        checkRequestParameters(method, after);
        if (Object.keys(after).length > 0) integration.requestParameters = after;
        else delete integration.requestParameters;
      },
    },
    {
      path: '/requestTemplates/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(integration, { op, name, value }) {
        const { [name]: before, ...others } = integration.requestTemplates ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Content-Type specified was not found');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        if (Object.keys(after).length > 0) integration.requestTemplates = after;
        else delete integration.requestTemplates;
      },
    },
  ];
}
