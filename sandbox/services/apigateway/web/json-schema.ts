type Schema = Record<string, unknown>;

/** What of a value breaks a draft-04 schema, in sentences like those of the validator that API Gateway uses. */
export function violations(value: unknown, schema: unknown, modelOf: (name: string) => unknown): string[] {
  return check(value, schema, { root: schema, modelOf, depth: 0 });
}

interface Scope {
  root: unknown;
  /** A model of the same API, which a schema names by its address. */
  modelOf: (name: string) => unknown;
  depth: number;
}

const deepest = 64;

function check(value: unknown, schema: unknown, scope: Scope): string[] {
  if (typeof schema !== 'object' || schema === null || scope.depth > deepest) return [];
  const rules = schema as Schema;
  const inner = { ...scope, depth: scope.depth + 1 };
  if (typeof rules.$ref === 'string') return checkReference(value, rules.$ref, inner);
  return [
    ...checkType(value, rules),
    ...(rules.enum && !asList(rules.enum).some((one) => same(one, value))
      ? [`instance value (${JSON.stringify(value)}) not found in enum`]
      : []),
    ...(typeof value === 'string' ? checkText(value, rules) : []),
    ...(typeof value === 'number' ? checkNumber(value, rules) : []),
    ...(Array.isArray(value) ? checkList(value, rules, inner) : []),
    ...(isObject(value) ? checkObject(value, rules, inner) : []),
    ...checkCombined(value, rules, inner),
  ];
}

function checkReference(value: unknown, reference: string, scope: Scope): string[] {
  const model = /\/models\/(\w+)$/.exec(reference)?.[1];
  if (model) {
    const root = scope.modelOf(model);
    return check(value, root, { ...scope, root });
  }
  if (!reference.startsWith('#')) return [];
  let at: unknown = scope.root;
  for (const part of reference.slice(1).split('/').filter(Boolean)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return check(value, at, scope);
}

function checkType(value: unknown, { type }: Schema): string[] {
  if (type === undefined) return [];
  const allowed = asList(type);
  const actual = typeOf(value);
  if (allowed.includes(actual) || (actual === 'integer' && allowed.includes('number'))) return [];
  return [
    `instance type (${actual}) does not match any allowed primitive type (allowed: ${JSON.stringify(allowed)})`,
  ];
}

function checkText(value: string, rules: Schema): string[] {
  const length = [...value].length;
  const { minLength, maxLength, pattern } = rules;
  return [
    ...(Number(minLength) > length
      ? [`string "${value}" is too short (length: ${length}, required minimum: ${minLength})`]
      : []),
    ...(Number(maxLength) < length
      ? [`string "${value}" is too long (length: ${length}, maximum allowed: ${maxLength})`]
      : []),
    ...(typeof pattern === 'string' && !fits(value, pattern)
      ? [`ECMA 262 regex "${pattern}" does not match input string "${value}"`]
      : []),
  ];
}

function fits(value: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

function checkNumber(value: number, rules: Schema): string[] {
  const { minimum, maximum, multipleOf } = rules;
  const below =
    typeof minimum === 'number' && (rules.exclusiveMinimum === true ? value <= minimum : value < minimum);
  const above =
    typeof maximum === 'number' && (rules.exclusiveMaximum === true ? value >= maximum : value > maximum);
  return [
    ...(below
      ? [`numeric instance is lower than the required minimum (minimum: ${minimum}, found: ${value})`]
      : []),
    ...(above
      ? [`numeric instance is greater than the required maximum (maximum: ${maximum}, found: ${value})`]
      : []),
    ...(typeof multipleOf === 'number' && !Number.isInteger(value / multipleOf)
      ? [`remainder of division is not zero (${value} / ${multipleOf})`]
      : []),
  ];
}

function checkList(value: unknown[], rules: Schema, scope: Scope): string[] {
  const { minItems, maxItems, items } = rules;
  const repeated =
    rules.uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length;
  return [
    ...(Number(minItems) > value.length
      ? [
          `array is too short: must have at least ${minItems} elements but instance has ${value.length} elements`,
        ]
      : []),
    ...(Number(maxItems) < value.length
      ? [
          `array is too long: must have at most ${maxItems} elements but instance has ${value.length} elements`,
        ]
      : []),
    ...(repeated ? ['array must not contain duplicate elements'] : []),
    ...value.flatMap((item, at) => check(item, Array.isArray(items) ? items[at] : items, scope)),
  ];
}

function checkObject(value: Schema, rules: Schema, scope: Scope): string[] {
  const properties = isObject(rules.properties) ? rules.properties : {};
  const patterns = isObject(rules.patternProperties) ? Object.entries(rules.patternProperties) : [];
  const missing = asList(rules.required ?? []).filter((name) => !Object.hasOwn(value, String(name)));
  const count = Object.keys(value).length;
  const extra: string[] = [];
  const broken = Object.entries(value).flatMap(([name, member]) => {
    const schemas = [
      ...(Object.hasOwn(properties, name) ? [properties[name]] : []),
      ...patterns.filter(([pattern]) => fits(name, pattern)).map(([, schema]) => schema),
    ];
    if (schemas.length > 0) return schemas.flatMap((schema) => check(member, schema, scope));
    if (rules.additionalProperties === false) extra.push(name);
    return isObject(rules.additionalProperties) ? check(member, rules.additionalProperties, scope) : [];
  });
  return [
    ...(missing.length > 0 ? [`object has missing required properties (${JSON.stringify(missing)})`] : []),
    ...(extra.length > 0
      ? [`object instance has properties which are not allowed by the schema: ${JSON.stringify(extra)}`]
      : []),
    ...(Number(rules.minProperties) > count ? ['object has too few properties'] : []),
    ...(Number(rules.maxProperties) < count ? ['object has too many properties'] : []),
    ...broken,
  ];
}

function checkCombined(value: unknown, rules: Schema, scope: Scope): string[] {
  const passing = (schemas: unknown) =>
    asList(schemas).filter((schema) => check(value, schema, scope).length === 0).length;
  const found: string[] = [];
  if (rules.allOf && passing(rules.allOf) < asList(rules.allOf).length) {
    found.push('instance failed to match all required schemas');
  }
  if (rules.anyOf && passing(rules.anyOf) === 0) {
    found.push('instance failed to match at least one required schema among the alternatives');
  }
  if (rules.oneOf && passing(rules.oneOf) !== 1) {
    found.push(
      `instance failed to match exactly one schema (matched ${passing(rules.oneOf)} out of ${asList(rules.oneOf).length})`,
    );
  }
  if (rules.not && passing([rules.not]) > 0) found.push('instance matched a schema which it should not have');
  return found;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
