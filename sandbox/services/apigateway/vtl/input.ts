import type { Budget } from './budget.ts';
import { TemplateError } from './cursor.ts';
import { selectPath } from './json-path.ts';
import { fromJson, type HostObject, type Json, mapOf, toText, type Value } from './values.ts';

export interface Params {
  path?: Record<string, string>;
  querystring?: Record<string, string>;
  header?: Record<string, string>;
}

/** `$input`. A body that is absent or empty is `{}` to a template. */
export function inputObject(body: string | undefined, params: Params, budget: Budget): HostObject {
  const text = body === undefined || body === '' ? '{}' : body;
  const places = (['path', 'querystring', 'header'] as const).map(
    (place) => [place, params[place] ?? {}] as const,
  );
  let parsed: { json: Json } | undefined;

  const select = (input: Value | undefined): Json | undefined => {
    parsed ??= { json: parse(text) };
    return selectPath(parsed.json, input === undefined ? '$' : toText(input, budget), budget);
  };
  const allParams = () => mapOf(places.map(([place, values]) => [place, fromJson(values)]));
  const methods: Record<string, (inputs: Value[]) => Value> = {
    json: ([path]) => JSON.stringify(select(path) ?? (select(path) === null ? null : '')),
    path: ([path]) => fromJson(select(path)),
    params([name]) {
      if (name === undefined) return allParams();
      const key = toText(name, budget);
      return places.find(([, values]) => Object.hasOwn(values, key))?.[1][key] ?? '';
    },
  };
  return {
    kind: 'host',
    text: '',
    get: (name) => (name === 'body' ? text : name === 'params' ? allParams() : null),
    call: (name, inputs) => (Object.hasOwn(methods, name) ? (methods[name]?.(inputs) ?? null) : null),
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new TemplateError('The payload is not JSON, and the template reads it as JSON');
  }
}
