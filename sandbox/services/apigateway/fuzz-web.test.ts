import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiWith, functionUri, openGateway } from '#sandbox/testing/open-gateway.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const segment = fc.oneof(
  text.map(encodeURIComponent),
  fc.constantFrom('', '..', '.', '%', '%zz', '{proxy+}', '__proto__', ';', '*'),
);
const header = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/), fc.stringMatching(/^[ -~]{0,20}$/));

/** Whatever is sent, and whatever a function answers, a caller gets an answer and never a broken connection. */
test('no request and no answer of a function breaks the data plane', async () => {
  let payload: unknown;
  const opened = openGateway({ behaviour: () => ({ payload }) });
  const { at, deploy, call } = await apiWith(opened, { path: '/{proxy+}', method: 'ANY' });
  await opened.gateway.putMethod({ ...at, authorizationType: 'NONE' });
  await opened.gateway.putIntegration({
    ...at,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri,
  });
  await deploy();
  const answers = fc.oneof(
    fc.record(
      {
        statusCode: fc.oneof(fc.integer({ min: -1, max: 700 }), text),
        headers: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))),
        multiValueHeaders: fc.dictionary(text, fc.oneof(fc.array(text, { maxLength: 3 }), text)),
        body: fc.oneof(text, fc.object({ maxDepth: 1 })),
        isBase64Encoded: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { maxLength: 4 }),
      fc.dictionary(text, text, { maxKeys: 3 }),
      fc.array(header, { maxLength: 4 }),
      fc.constantFrom('GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
      text,
      answers,
      async (path, query, headers, method, body, answer) => {
        payload = answer;
        const init = { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body }) };
        const response = await call(`/dev/${path.join('/')}?${new URLSearchParams(query)}`, init);
        expect(response.status).toBeGreaterThanOrEqual(200);
        const shown = await response.text();
        if (response.headers.has('x-amzn-errortype') && method !== 'HEAD') {
          expect(Object.keys(JSON.parse(shown))).toEqual(['message']);
        }
      },
    ),
    { numRuns: 400 },
  );
});
