import type { Node, Reference } from './ast.ts';
import { type Budget, deeper, limits, spend, spendText } from './budget.ts';
import { itemsOf } from './collection-methods.ts';
import { expressionValue } from './expressions.ts';
import { assign, atIndex, callMethod, property } from './members.ts';
import { type HostObject, isTrue, toText, type Value } from './values.ts';

export interface Scope {
  variables: Map<string, Value>;
  macros: Map<string, Node & { kind: 'macro' }>;
  budget: Budget;
}

type Signal = 'go' | 'break' | 'stop';

interface Output {
  parts: string[];
  length: number;
}

export function renderNodes(nodes: Node[], scope: Scope): string {
  const output: Output = { parts: [], length: 0 };
  renderInto(nodes, scope, output);
  return output.parts.join('');
}

function renderInto(nodes: Node[], scope: Scope, output: Output): Signal {
  for (const node of nodes) {
    spend(scope.budget, 1);
    const signal = renderNode(node, scope, output);
    if (signal !== 'go') return signal;
  }
  return 'go';
}

function renderNode(node: Node, scope: Scope, output: Output): Signal {
  switch (node.kind) {
    case 'text':
      return write(node.text, scope, output);
    case 'reference':
      return write(referenceText(node, scope), scope, output);
    case 'set':
      setReference(node.target, expressionValue(node.value, scope), scope);
      return 'go';
    case 'if': {
      const branch = node.branches.find(({ test }) => !test || isTrue(expressionValue(test, scope)));
      return branch ? renderInto(branch.body, scope, output) : 'go';
    }
    case 'foreach':
      return renderForeach(node, scope, output);
    case 'define':
      scope.variables.set(node.name, { kind: 'block', nodes: node.body });
      return 'go';
    case 'macro':
      scope.macros.set(node.name, node);
      return 'go';
    case 'call':
      return renderCall(node, scope, output);
    case 'break':
    case 'stop':
      return node.kind;
  }
}

function write(text: string, scope: Scope, output: Output): Signal {
  output.length += text.length;
  spendText(scope.budget, output.length > limits.textLength ? output.length : text.length);
  output.parts.push(text);
  return 'go';
}

/** A reference that holds nothing is empty text; an escaped one prints its own source if it holds something. */
function referenceText(node: Node & { kind: 'reference' }, scope: Scope): string {
  if (node.escaped) return scope.variables.has(node.reference.name) ? node.source : `\\${node.source}`;
  return valueText(referenceValue(node.reference, scope), scope);
}

export function valueText(value: Value, scope: Scope): string {
  if (value !== null && typeof value === 'object' && value.kind === 'block') {
    return deeper(scope.budget, () => renderNodes(value.nodes, scope));
  }
  return toText(value, scope.budget);
}

/** What is not there reads as empty text: so do comparisons with `""` and with `$null` both hold, as recorded. */
export function referenceValue(reference: Reference, scope: Scope): Value {
  return walk(reference, reference.steps.length, scope) ?? '';
}

function walk(reference: Reference, length: number, scope: Scope): Value {
  let value = scope.variables.get(reference.name) ?? null;
  for (const step of reference.steps.slice(0, length)) {
    if (step.kind === 'property') value = property(value, step.name);
    else if (step.kind === 'index') value = atIndex(value, expressionValue(step.index, scope), scope.budget);
    else {
      const inputs = step.inputs.map((input) => expressionValue(input, scope));
      value = callMethod(value ?? '', step.name, inputs, scope.budget);
    }
  }
  return value;
}

function setReference(target: Reference, value: Value, scope: Scope): void {
  const last = target.steps.at(-1);
  if (!last) {
    scope.variables.set(target.name, value);
    return;
  }
  if (last.kind === 'method') return;
  const holder = walk(target, target.steps.length - 1, scope);
  const key = last.kind === 'property' ? last.name : expressionValue(last.index, scope);
  assign(holder, key, value, scope.budget);
}

function renderForeach(node: Node & { kind: 'foreach' }, scope: Scope, output: Output): Signal {
  const items = itemsOf(expressionValue(node.over, scope)).slice(0, limits.loops);
  const outer = [node.name, 'foreach', 'velocityCount'].map(
    (name) => [name, scope.variables.get(name)] as const,
  );
  const parent = scope.variables.get('foreach') ?? null;
  let signal: Signal = 'go';
  for (const [index, item] of items.entries()) {
    const loop = loopObject(index, items.length, parent);
    scope.variables
      .set(node.name, item)
      .set('foreach', loop)
      .set('velocityCount', index + 1);
    signal = renderInto(node.body, scope, output);
    if (signal !== 'go' || loop.stopped) break;
  }
  for (const [name, value] of outer) {
    if (value === undefined) scope.variables.delete(name);
    else scope.variables.set(name, value);
  }
  return signal === 'break' ? 'go' : signal;
}

function loopObject(index: number, length: number, parent: Value): HostObject & { stopped: boolean } {
  const facts: Record<string, Value> = {
    index,
    count: index + 1,
    hasNext: index + 1 < length,
    first: index === 0,
    last: index + 1 === length,
    parent,
  };
  const loop = {
    kind: 'host' as const,
    text: '',
    stopped: false,
    get: (name: string) => facts[name] ?? null,
    call(name: string) {
      if (name === 'stop') loop.stopped = true;
      return name === 'hasNext' ? (facts.hasNext ?? null) : null;
    },
  };
  return loop;
}

function renderCall(node: Node & { kind: 'call' }, scope: Scope, output: Output): Signal {
  const macro = scope.macros.get(node.name);
  if (!macro) return 'go';
  const inputs: Array<readonly [string, Value]> = macro.parameters.map((name, index) => {
    const input = node.inputs[index];
    return [name, input ? expressionValue(input, scope) : null];
  });
  if (node.body) inputs.push(['bodyContent', { kind: 'block', nodes: node.body }]);
  const outer = inputs.map(([name]) => [name, scope.variables.get(name)] as const);
  for (const [name, value] of inputs) scope.variables.set(name, value);
  const signal = deeper(scope.budget, () => renderInto(macro.body, scope, output));
  for (const [name, value] of outer) {
    if (value === undefined) scope.variables.delete(name);
    else scope.variables.set(name, value);
  }
  return signal === 'break' ? 'go' : signal;
}
