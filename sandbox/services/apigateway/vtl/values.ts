import type { Node } from './ast.ts';
import { type Budget, deeper, spend, spendText } from './budget.ts';

/** What a template can hold. `null` stays null inside lists and maps; a reference to it reads as an empty string. */
export type Value = null | string | number | boolean | VtlList | VtlMap | HostObject | Block;

export interface VtlList {
  kind: 'list';
  items: Value[];
  /** A list that came out of JSON prints as JSON; one made in the template prints as Java's lists do. */
  json: boolean;
}

export interface VtlMap {
  kind: 'map';
  entries: Map<string, Value>;
}

/** `$input`, `$util`, `$foreach` and the like. */
export interface HostObject {
  kind: 'host';
  text: string;
  get(name: string): Value;
  call(name: string, inputs: Value[]): Value;
}

/** What `#define` keeps: rendered where it is used. */
export interface Block {
  kind: 'block';
  nodes: Node[];
}

export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

export function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') return json;
  if (Array.isArray(json)) return { kind: 'list', items: json.map(fromJson), json: true };
  if (typeof json !== 'object') return null;
  return mapOf(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
}

export function mapOf(entries: Iterable<readonly [string, Value]>): VtlMap {
  return { kind: 'map', entries: new Map(entries) };
}

export function listOf(items: Value[]): VtlList {
  return { kind: 'list', items, json: false };
}

export function toJson(value: Value, budget: Budget): Json {
  spend(budget, 1);
  if (value === null || typeof value !== 'object') return value;
  if (value.kind === 'list') return deeper(budget, () => value.items.map((item) => toJson(item, budget)));
  if (value.kind !== 'map') return toText(value, budget);
  const pairs = () => [...value.entries].map(([key, item]) => [key, toJson(item, budget)]);
  return Object.fromEntries(deeper(budget, pairs)) as Json;
}

/** A value as it is printed: maps as Java prints them, lists out of JSON as JSON. */
export function toText(value: Value, budget: Budget): string {
  const text = printed(value, budget);
  spendText(budget, text.length);
  return text;
}

function printed(value: Value, budget: Budget): string {
  spend(budget, 1);
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value.kind === 'host') return value.text;
  if (value.kind === 'block') return '';
  if (value.kind === 'map') {
    const pairs = () => [...value.entries].map(([key, item]) => `${key}=${toText(item, budget)}`);
    return `{${deeper(budget, pairs).join(', ')}}`;
  }
  if (value.json) return JSON.stringify(toJson(value, budget));
  return `[${deeper(budget, () => value.items.map((item) => toText(item, budget))).join(', ')}]`;
}

/** Numbers by their value, things of one kind by what they hold, all others by how they print; null is empty text. */
export function sameValue(left: Value, right: Value, budget: Budget): boolean {
  if (left === right) return true;
  if (left === null || right === null) return (left ?? '') === (right ?? '');
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  return toText(left, budget) === toText(right, budget);
}

/** Only `false` is false: to Velocity as API Gateway runs it, an empty text is true, and so is what is not there. */
export function isTrue(value: Value): boolean {
  return value !== false;
}
