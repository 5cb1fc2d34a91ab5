import { own } from '../tables.ts';
import type { RoutedCall } from './call.ts';
import { GatewayFailure } from './failure.ts';
import { headerOf, mediaType, textOf } from './incoming.ts';
import { violations } from './json-schema.ts';

/** Only a method with a validator is checked: "required" alone is no more than a word. */
export function validateRequest(call: RoutedCall): void {
  const { definition } = call.snapshot;
  const validator = own(definition.validators, call.method.requestValidatorId ?? '');
  if (!validator) return;
  const missing = validator.validateRequestParameters ? missingParameters(call) : [];
  if (missing.length > 0) {
    const validation = `Missing required request parameters: [${missing.join(', ')}]`;
    call.log.push(`Request failed validation: ${validation}`);
    throw new GatewayFailure('BAD_REQUEST_PARAMETERS', { message: validation, validation });
  }
  if (validator.validateRequestBody) checkBody(call);
}

/** A parameter must be there and not blank. */
function missingParameters(call: RoutedCall): string[] {
  const { incoming, pathParameters } = call;
  return Object.entries(call.method.requestParameters ?? {})
    .filter(([, required]) => required)
    .map(([key]) => key)
    .sort()
    .flatMap((key) => {
      const [, , place = '', ...rest] = key.split('.');
      const name = rest.join('.');
      const value = {
        header: headerOf(incoming.headers, name),
        path: own(pathParameters, name),
        querystring: own(incoming.query, name)?.at(-1),
      }[place.replace('multivalue', '')];
      return value?.trim() ? [] : [name];
    });
}

function checkBody(call: RoutedCall): void {
  const { models } = call.snapshot.definition;
  const type = mediaType(headerOf(call.incoming.headers, 'content-type'));
  const named = call.method.requestModels ?? {};
  const model = own(models, own(named, type) ?? own(named, '$default') ?? '');
  if (!model) return;
  const found = problems(textOf(call.incoming.body), JSON.parse(model.schema ?? '{}'), (name) => {
    const other = own(models, name);
    return other ? JSON.parse(other.schema ?? '{}') : undefined;
  });
  if (found.length === 0) return;
  const validation = `[${found.join(', ')}]`;
  call.log.push(`Request body does not match model schema for content type ${type}: ${validation}`);
  throw new GatewayFailure('BAD_REQUEST_BODY', { validation });
}

function problems(body: string, schema: unknown, modelOf: (name: string) => unknown): string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [body === '' ? 'missing request body' : 'Unable to parse JSON'];
  }
  return violations(value, schema, modelOf);
}
