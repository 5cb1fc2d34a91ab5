import { expectAll, field, value } from '#labs/kit/expect.ts';
import type { Look } from '#labs/kit/lab.ts';
import { findGet } from '#labs/kit/method.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { absent, different, type Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { functionIn } from './integration-uri.ts';
import { texts } from './lab.texts.ts';

/** GET /translate hands the whole call to the course's function, and to no other. */
export async function checkIntegration(look: Look): Promise<Result> {
  const found = await findGet('/translate', look);
  if ('problem' in found) return found.problem;
  const integration = await orAbsent(look.aws.apigateway.getIntegration(found.place));
  if (!integration) {
    const evidence = { call: 'apigateway:GetIntegration', field: 'type', expected: 'AWS_PROXY', found: null };
    return absent(says(texts.noIntegration), says(texts.proxyNext), evidence);
  }
  const uri = integration.uri ?? '';
  const named = functionIn(uri);
  if (/\/response-streaming-invocations$/.test(uri)) {
    const evidence = {
      call: 'apigateway:GetIntegration',
      field: 'uri',
      expected: '…/invocations',
      found: uri,
    };
    return different(says(texts.streaming), says(texts.proxyNext), evidence);
  }
  return expectAll(
    field(integration, 'type').is('AWS_PROXY', (type) => ({
      message: type === 'AWS' ? says(texts.notProxy) : says(texts.otherType, { type }),
      next: says(texts.proxyNext),
    })),
    field(integration, 'httpMethod').is('POST', (method) => ({
      message: says(texts.notPost, { method }),
      next: says(texts.proxyNext),
    })),
    value('apigateway:GetIntegration', 'uri', named).is(look.names.fn, (other) => ({
      message: says(texts.otherFunction, { other, name: look.names.fn }),
      next: says(texts.proxyNext),
    })),
  );
}
