import { newBudget } from '../vtl/budget.ts';
import { selectPath } from '../vtl/json-path.ts';
import type { IntegrationReply, RoutedCall } from './call.ts';
import { contextOf } from './context-of.ts';
import { headerOf, multiHeaders, textOf } from './incoming.ts';

/** What a parameter mapping's right side gives: `'literal'`, `method.request.…`, `context.…`, `stageVariables.…`. */
export function mappedValue(
  call: RoutedCall,
  expression: string,
  reply?: IntegrationReply,
): string | undefined {
  if (/^'.*'$/s.test(expression)) return expression.slice(1, -1);
  const [first = '', second = '', place = '', ...rest] = expression.split('.');
  const name = rest.join('.');
  if (first === 'context') return deep(contextOf(call), expression.split('.').slice(1));
  if (first === 'stageVariables') return own(call.stageVariables, expression.slice('stageVariables.'.length));
  if (first === 'method' && second === 'request') return fromRequest(call, place, name, expression);
  if (first === 'integration' && second === 'response' && reply)
    return fromReply(reply, place, name, expression);
  return undefined;
}

function fromRequest(call: RoutedCall, place: string, name: string, expression: string): string | undefined {
  const { incoming } = call;
  if (place === 'path') return own(call.pathParameters, name);
  if (place === 'querystring') return own(incoming.query, name)?.at(-1);
  if (place === 'multivaluequerystring') return own(incoming.query, name)?.join(',');
  if (place === 'header') return headerOf(incoming.headers, name);
  if (place === 'multivalueheader') return headerValues(incoming.headers, name);
  return fromBody(textOf(incoming.body), expression.slice('method.request.body'.length));
}

function fromReply(
  reply: IntegrationReply,
  place: string,
  name: string,
  expression: string,
): string | undefined {
  if (place === 'header') return headerOf(reply.headers, name);
  if (place === 'multivalueheader') return headerValues(reply.headers, name);
  return fromBody(reply.body, expression.slice('integration.response.body'.length));
}

function headerValues(headers: Array<readonly [string, string]>, name: string): string | undefined {
  const entry = Object.entries(multiHeaders(headers)).find(
    ([key]) => key.toLowerCase() === name.toLowerCase(),
  );
  return entry?.[1].join(',');
}

function fromBody(body: string, path: string): string | undefined {
  if (path === '') return body;
  try {
    const found = selectPath(JSON.parse(body), `$${path}`, newBudget());
    if (found === undefined || found === null) return undefined;
    return typeof found === 'string' ? found : JSON.stringify(found);
  } catch {
    return undefined;
  }
}

function deep(value: unknown, path: string[]): string | undefined {
  let at: unknown = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at === undefined || typeof at === 'object' ? undefined : String(at);
}

function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
