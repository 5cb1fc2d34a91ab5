import { gatewayResponseOf } from '../gateway-defaults.ts';
import { own } from '../tables.ts';
import { renderTemplate } from '../vtl/render.ts';
import type { Call, Reply, RoutedCall } from './call.ts';
import { contextOf } from './context-of.ts';
import { mappedValue } from './expression.ts';
import type { GatewayFailure } from './failure.ts';
import { headerOf, lastOf, mediaType } from './incoming.ts';

/** The gateway's own answer, in the words and with the headers that the API has set for it. */
export function gatewayReply(call: Call & Partial<RoutedCall>, failure: GatewayFailure): Reply {
  const set = gatewayResponseOf(call.snapshot.definition, failure.type);
  const status = Number(set.statusCode ?? failure.status ?? (failure.type === 'DEFAULT_5XX' ? 500 : 400));
  const templates = set.responseTemplates ?? {};
  const accepted = mediaType(headerOf(call.incoming.headers, 'accept'));
  const type =
    own(templates, accepted) === undefined ? (Object.keys(templates)[0] ?? 'application/json') : accepted;
  const headers = Object.entries(set.responseParameters ?? {}).flatMap(([key, expression]) => {
    const value = parameter(call, expression);
    return value === undefined ? [] : [[key.replace('gatewayresponse.header.', ''), value] as const];
  });
  return {
    status,
    headers: [['Content-Type', type], ['x-amzn-ErrorType', failure.errorType], ...headers],
    body:
      // Of all its answers AWS writes this one alone in its elder spelling.
      failure.type === 'ACCESS_DENIED' && set.defaultResponse
        ? JSON.stringify({ Message: failure.message })
        : render(call, templates[type] ?? '', failure),
  };
}

function parameter(call: Call & Partial<RoutedCall>, expression: string): string | undefined {
  const { resource, method } = call;
  if (resource && method) return mappedValue({ pathParameters: {}, ...call, resource, method }, expression);
  const nowhere = { id: '', path: '', methods: {} };
  return mappedValue({ ...call, resource: nowhere, method: {}, pathParameters: {} }, expression);
}

function render(call: Call & Partial<RoutedCall>, template: string, failure: GatewayFailure): string {
  try {
    return renderTemplate(template, {
      params: {
        path: call.pathParameters ?? {},
        querystring: lastOf(call.incoming.query),
        header: Object.fromEntries(call.incoming.headers),
      },
      stageVariables: call.stageVariables,
      context: {
        ...contextOf(call),
        error: {
          message: failure.message,
          messageString: JSON.stringify(failure.message),
          responseType: failure.type,
          validationErrorString: failure.validation ?? '',
        },
      },
    }).text;
  } catch {
    // A template that cannot be rendered must not hide the failure that it was to show.
    return JSON.stringify({ message: failure.message });
  }
}
