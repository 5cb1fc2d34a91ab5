import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderTemplate } from './render.ts';

const file = new URL('../../../../../shared/oracle/aws-recorded.json', import.meta.url);
const oracle = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: RecordedCase[] })
  : undefined;

interface RecordedCase {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: every recorded case has a shape of its own
  request: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  recorded: any;
}

const found = (id: string) => oracle?.cases.find((one) => one.id === id) as RecordedCase;

/** Skipped where the recordings, which are not part of this repository, do not stand beside it. */
describe.skipIf(!oracle)('templates render as AWS was recorded to render them', () => {
  test('objects and lists of $input.path', () => {
    const { request, recorded } = found('apigw.vtl.input-path-formatting');
    const templates = {
      ...request.templates,
      'nested-list': request.templates['invalid-path'].replace('$.nonExisting', '$.json.listValue'),
    };
    for (const [name, [template, json]] of Object.entries<[string, unknown]>(request.inputs)) {
      const body = JSON.stringify({ json });
      expect(`${name}: ${renderTemplate(templates[template], { body }).text}`).toBe(
        `${name}: ${recorded[name]}`,
      );
    }
  });

  test('$input.body, absent, JSON and text', () => {
    const { request, recorded } = found('apigw.vtl.input-body');
    const cases = {
      'raw-body': 'response-raw-body',
      'str-body': 'response-str-body-output',
      'url-encode': 'response-url-encode',
    };
    for (const [template, answer] of Object.entries(cases)) {
      for (const [name, input] of Object.entries<unknown>(request.inputs)) {
        const body = input === null ? undefined : typeof input === 'string' ? input : pythonJson(input);
        const { text } = renderTemplate(request.templates[template], body === undefined ? {} : { body });
        expect(`b'${text}'`).toBe(recorded[answer][name]);
      }
    }
  });

  test('a member of the body, which is text, is nothing; and an empty payload is {} to the next template', () => {
    const { request, recorded } = found('apigw.vtl.input-body');
    const { text } = renderTemplate(request.templates['body-attr-access'], { body: '{"some": "value"}' });
    expect(text).toBe('');
    const next = renderTemplate(request.templates['raw-body'], { body: text }).text;
    expect(`b'${next}'`).toBe(recorded['response-body-attr-access']['json-body']);
  });

  test('a response template reads what the request template overrode', () => {
    const { request, recorded } = found('apigw.invoke.mock-response-override');
    const first = renderTemplate(request.requestTemplate, {});
    const second = renderTemplate(request.responseTemplate, { overrides: first.overrides });
    expect(JSON.parse(first.text)).toEqual({ statusCode: 200 });
    expect(JSON.parse(second.text)).toEqual(recorded.response.body);
    expect(second.overrides.responseOverride).toMatchObject({ status: 444, header: { foo: 'bar' } });
  });

  test('a request override is parsed in the response template', () => {
    const { request, recorded } = found('apigw.invoke.mock-request-override');
    const inputs = { 'invoke-path1': 'path1', 'invoke-path2': 'path2', 'invoke-path-else': 'whatever' };
    for (const [name, message] of Object.entries(inputs)) {
      const params = { path: { testPath: btoa(JSON.stringify({ message })) } };
      const { overrides } = renderTemplate(request.requestTemplate, { params });
      const { text } = renderTemplate(request.responseTemplate, { params, overrides });
      expect(JSON.parse(text)).toEqual(recorded[name]);
    }
  });

  test('maps are written to by index, by nested index and by put', () => {
    const { request, recorded } = found('apigw.invoke.mock-vtl-maps');
    const { text, overrides } = renderTemplate(request.requestTemplate, {});
    expect(JSON.parse(text)).toEqual({ statusCode: 200 });
    expect(JSON.parse(renderTemplate(request.responseTemplate, { overrides }).text)).toEqual(
      recorded.response.body,
    );
  });
});

/** The recorder sent JSON as Python writes it, with a space after colons. */
function pythonJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('":', '": ');
}
