import type { Node } from './ast.ts';
import { newBudget } from './budget.ts';
import { copyOf } from './collection-methods.ts';
import { renderNodes } from './evaluate.ts';
import { inputObject, type Params } from './input.ts';
import { parseTemplate } from './parse.ts';
import { utilObject } from './util.ts';
import { fromJson, type Json, mapOf, toJson, type Value, type VtlMap } from './values.ts';

export interface TemplateEnv {
  /** The payload as it came; absent or empty, a template sees `{}`. */
  body?: string;
  params?: Params;
  /** `$context`, without the overrides. */
  context?: { [key: string]: Json };
  stageVariables?: Record<string, string>;
  /** What an earlier template of the same request has set: a response template reads what the request's wrote. */
  overrides?: Overrides;
}

export interface Overrides {
  requestOverride: { [key: string]: Json };
  responseOverride: { [key: string]: Json };
}

/**
 * Renders an API Gateway mapping template. Throws a `TemplateError` for one that cannot be parsed, for a payload
 * that is not the JSON it is read as, and for one that does more than a template may: API Gateway answers 500 then.
 */
export function renderTemplate(template: string, env: TemplateEnv): { text: string; overrides: Overrides } {
  const nodes = parseTemplate(template);
  const budget = newBudget();
  const context = contextOf(env);
  const variables = new Map<string, Value>([
    ['input', inputObject(env.body, env.params ?? {}, budget)],
    ['util', utilObject(budget)],
    ['context', context],
    ['stageVariables', fromJson(env.stageVariables ?? {})],
  ]);
  const text = renderNodes(nodes, { variables, macros: macrosOf(nodes), budget });
  const part = (name: string) =>
    (toJson(context.entries.get(name) ?? mapOf([]), budget) ?? {}) as { [key: string]: Json };
  return {
    text,
    overrides: { requestOverride: part('requestOverride'), responseOverride: part('responseOverride') },
  };
}

function contextOf(env: TemplateEnv): VtlMap {
  const context = copyOf(fromJson(env.context ?? {})) as VtlMap;
  const { requestOverride = {}, responseOverride = {} } = env.overrides ?? {};
  context.entries.set(
    'requestOverride',
    fromJson({ header: {}, path: {}, querystring: {}, ...requestOverride }),
  );
  context.entries.set('responseOverride', fromJson({ header: {}, ...responseOverride }));
  return context;
}

/** A macro may be called above its definition. */
function macrosOf(nodes: Node[]): Map<string, Node & { kind: 'macro' }> {
  return new Map(nodes.flatMap((node) => (node.kind === 'macro' ? [[node.name, node] as const] : [])));
}
