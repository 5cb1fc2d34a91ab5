import type { IntegrationResponse } from '@aws-sdk/client-api-gateway';
import type { Overrides } from '../vtl/render.ts';
import { fromBase64 } from './binary.ts';
import type { IntegrationReply, Reply, RoutedCall } from './call.ts';
import { mappedValue } from './expression.ts';
import { misconfigured } from './failure.ts';
import { headerOf } from './incoming.ts';
import { render, responseTemplate } from './templates.ts';

/** From what an integration answered to what the method answers: select, fill headers, render, override. */
export function mapReply(call: RoutedCall, reply: IntegrationReply, before: Overrides): Reply {
  const response = select(call, reply);
  const chosen = responseTemplate(call, response.responseTemplates);
  const rendered = chosen
    ? render(call, chosen.template, { body: reply.body, overrides: before })
    : { body: reply.body, overrides: before };
  const own = call.method.methodIntegration?.type;
  const passed = own === 'MOCK' ? undefined : headerOf(reply.headers, 'content-type');
  const type = chosen?.type ?? modelType(call, response) ?? passed ?? 'application/json';
  const headers = new Map<string, readonly [string, string]>([['content-type', ['Content-Type', type]]]);
  for (const [key, expression] of Object.entries(response.responseParameters ?? {})) {
    const name = key.replace('method.response.header.', '');
    const value = mappedValue(call, expression, reply);
    if (value !== undefined) headers.set(name.toLowerCase(), [name, value]);
  }
  const { responseOverride } = rendered.overrides;
  for (const [name, value] of Object.entries(record(responseOverride.header))) {
    headers.set(name.toLowerCase(), [name, String(value)]);
  }
  const override = Number(responseOverride.status);
  const status = Number.isInteger(override) && override >= 100 ? override : Number(response.statusCode);
  call.log.push(`Method response body after transformations: ${rendered.body}`);
  const bytes = response.contentHandling === 'CONVERT_TO_BINARY' ? fromBase64(rendered.body) : undefined;
  return { status, headers: [...headers.values()], body: bytes ?? rendered.body };
}

/** The first response whose pattern fits whole, else the one without a pattern. */
function select(call: RoutedCall, reply: IntegrationReply): IntegrationResponse {
  const responses = Object.values(call.method.methodIntegration?.integrationResponses ?? {});
  const fitting = responses.find(
    ({ selectionPattern }) =>
      selectionPattern && reply.selectBy !== undefined && fits(reply.selectBy, selectionPattern),
  );
  const found = fitting ?? responses.find(({ selectionPattern }) => !selectionPattern);
  if (found) return found;
  throw misconfigured(
    call,
    `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${reply.status}`,
  );
}

function fits(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}

function modelType(call: RoutedCall, { statusCode }: IntegrationResponse): string | undefined {
  const types = Object.keys(call.method.methodResponses?.[statusCode ?? '']?.responseModels ?? {});
  return types.includes('application/json') ? 'application/json' : types[0];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
