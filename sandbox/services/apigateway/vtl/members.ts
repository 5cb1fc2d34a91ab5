import { type Budget, spend } from './budget.ts';
import { keyOf, listMethods, mapMethods } from './collection-methods.ts';
import { stringMethods } from './string-methods.ts';
import { toText, type Value } from './values.ts';

/** `$value.name`: a map's entry, or what an object gives by that name; nothing else has properties. */
export function property(target: Value, name: string): Value {
  if (typeof target === 'string') return name === 'empty' ? target === '' : null;
  if (target === null || typeof target !== 'object') return null;
  if (target.kind === 'map') return target.entries.get(name) ?? null;
  if (target.kind === 'host') return target.get(name);
  return target.kind === 'list' && name === 'empty' ? target.items.length === 0 : null;
}

export function callMethod(target: Value, name: string, inputs: Value[], budget: Budget): Value {
  spend(budget, 1);
  if (typeof target === 'string') return own(stringMethods, name)?.(target, inputs, budget) ?? null;
  if (typeof target === 'number') return own(numberMethods, name)?.(target, inputs, budget) ?? null;
  if (typeof target === 'boolean') return name === 'toString' ? String(target) : null;
  if (target === null) return null;
  if (target.kind === 'host') return target.call(name, inputs);
  if (target.kind === 'map') return own(mapMethods, name)?.(target, inputs, budget) ?? null;
  if (target.kind === 'list') return own(listMethods, name)?.(target, inputs, budget) ?? null;
  return null;
}

export function atIndex(target: Value, index: Value, budget: Budget): Value {
  if (target === null || typeof target !== 'object') return null;
  if (target.kind === 'list') {
    if (typeof index !== 'number') return null;
    return target.items.at(index) ?? null;
  }
  return property(target, keyOf(index, budget));
}

/** `#set($target.name = value)`; into what cannot hold it, nothing is set. */
export function assign(target: Value, key: Value, value: Value, budget: Budget): void {
  if (target === null || typeof target !== 'object') return;
  if (target.kind === 'map') target.entries.set(keyOf(key, budget), value);
  if (target.kind === 'list' && typeof key === 'number' && key in target.items) target.items[key] = value;
}

/** `java.lang.Integer`: a template without it does `#set($Integer = 0)` and `$Integer.parseInt("5")`. */
const numberMethods: Record<string, (number: number, inputs: Value[], budget: Budget) => Value> = {
  parseInt: (_number, inputs, budget) => parsed(inputs, budget, true),
  parseLong: (_number, inputs, budget) => parsed(inputs, budget, true),
  parseDouble: (_number, inputs, budget) => parsed(inputs, budget, false),
  valueOf: (_number: number, inputs: Value[], budget: Budget) => parsed(inputs, budget, true),
  intValue: (number) => Math.trunc(number),
  longValue: (number) => Math.trunc(number),
  doubleValue: (number) => number,
  toString: (number: number) => String(number),
  equals: (number, [other]) => number === other,
  compareTo: (number, [other]) => (typeof other === 'number' ? Math.sign(number - other) : null),
};

function parsed([input = null]: Value[], budget: Budget, whole: boolean): Value {
  const text = toText(input, budget);
  return (whole ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?$/).test(text) ? Number(text) : null;
}

function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
