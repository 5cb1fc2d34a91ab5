import { type Budget, spend } from './budget.ts';
import { listOf, mapOf, sameValue, toText, type Value, type VtlList, type VtlMap } from './values.ts';

type ListMethod = (list: VtlList, inputs: Value[], budget: Budget) => Value;
type MapMethod = (map: VtlMap, inputs: Value[], budget: Budget) => Value;

/** `java.util.List` as templates use it. */
export const listMethods: Record<string, ListMethod> = {
  size: ({ items }) => items.length,
  isEmpty: ({ items }) => items.length === 0,
  get: ({ items }, [index]) => items[position(index)] ?? null,
  set({ items }, [index, value = null]) {
    const at = position(index);
    if (!(at in items)) return null;
    const before = items[at] ?? null;
    items[at] = value;
    return before;
  },
  add({ items }, inputs) {
    const [first = null, second] = inputs;
    if (inputs.length < 2) items.push(first);
    else items.splice(position(first), 0, second ?? null);
    return inputs.length < 2 ? true : null;
  },
  addAll({ items }, [other], budget) {
    const more = itemsOf(other);
    spend(budget, more.length);
    for (const item of [...more]) items.push(item);
    return more.length > 0;
  },
  remove({ items }, [what = null], budget) {
    if (typeof what === 'number') return items.splice(what, 1)[0] ?? null;
    const at = items.findIndex((item) => sameValue(item, what, budget));
    if (at >= 0) items.splice(at, 1);
    return at >= 0;
  },
  contains: ({ items }, [what = null], budget) => items.some((item) => sameValue(item, what, budget)),
  containsAll: ({ items }, [other], budget) =>
    itemsOf(other).every((wanted) => items.some((item) => sameValue(item, wanted, budget))),
  indexOf: ({ items }, [what = null], budget) => items.findIndex((item) => sameValue(item, what, budget)),
  lastIndexOf: ({ items }, [what = null], budget) =>
    items.findLastIndex((item) => sameValue(item, what, budget)),
  subList: ({ items, json }, [from, to]) => ({
    kind: 'list',
    items: items.slice(position(from), position(to)),
    json,
  }),
  clear({ items }) {
    items.length = 0;
    return null;
  },
  equals: (list, [other = null], budget) => sameValue(list, other, budget),
  toString: (list: VtlList, _inputs: Value[], budget: Budget) => toText(list, budget),
};

/** `java.util.Map` as templates use it. */
export const mapMethods: Record<string, MapMethod> = {
  size: ({ entries }) => entries.size,
  isEmpty: ({ entries }) => entries.size === 0,
  get: ({ entries }, [key], budget) => entries.get(keyOf(key, budget)) ?? null,
  getOrDefault: ({ entries }, [key, otherwise = null], budget) =>
    entries.get(keyOf(key, budget)) ?? otherwise,
  put({ entries }, [key, value = null], budget) {
    const name = keyOf(key, budget);
    const before = entries.get(name) ?? null;
    entries.set(name, value);
    return before;
  },
  putIfAbsent({ entries }, [key, value = null], budget) {
    const name = keyOf(key, budget);
    const before = entries.get(name) ?? null;
    if (before === null) entries.set(name, value);
    return before;
  },
  putAll({ entries }, [other], budget) {
    if (typeof other !== 'object' || other?.kind !== 'map') return null;
    spend(budget, other.entries.size);
    for (const [key, value] of [...other.entries]) entries.set(key, value);
    return null;
  },
  remove({ entries }, [key], budget) {
    const name = keyOf(key, budget);
    const before = entries.get(name) ?? null;
    entries.delete(name);
    return before;
  },
  containsKey: ({ entries }, [key], budget) => entries.has(keyOf(key, budget)),
  containsValue: ({ entries }, [value = null], budget) =>
    [...entries.values()].some((item) => sameValue(item, value, budget)),
  keySet: ({ entries }, _inputs, budget) => counted([...entries.keys()], budget),
  values: ({ entries }, _inputs, budget) => counted([...entries.values()], budget),
  entrySet: (map, _inputs, budget) => counted(entriesOf(map, budget), budget),
  clear({ entries }) {
    entries.clear();
    return null;
  },
  equals: (map, [other = null], budget) => sameValue(map, other, budget),
  toString: (map: VtlMap, _inputs: Value[], budget: Budget) => toText(map, budget),
};

function entriesOf({ entries }: VtlMap, budget: Budget): Value[] {
  return [...entries].map(([key, value]) => ({
    kind: 'host',
    text: `${key}=${toText(value, budget)}`,
    get: (name) => (name === 'key' ? key : name === 'value' ? value : null),
    call: (name) => (name === 'getKey' ? key : name === 'getValue' ? value : null),
  }));
}

function counted(items: Value[], budget: Budget): Value {
  spend(budget, items.length);
  return listOf(items);
}

/** What `#foreach` goes over: a list's items, a map's values. */
export function itemsOf(value: Value | undefined): Value[] {
  if (value === undefined || value === null || typeof value !== 'object') return [];
  if (value.kind === 'list') return value.items;
  return value.kind === 'map' ? [...value.entries.values()] : [];
}

export function keyOf(key: Value | undefined, budget: Budget): string {
  return key === undefined ? 'null' : toText(key, budget);
}

export function copyOf(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  if (value.kind === 'list') return { ...value, items: value.items.map(copyOf) };
  if (value.kind !== 'map') return value;
  return mapOf([...value.entries].map(([key, item]) => [key, copyOf(item)]));
}

function position(value: Value | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}
