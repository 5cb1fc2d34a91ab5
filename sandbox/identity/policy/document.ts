/** A policy as its author wrote it, each element made a list, so that evaluating needs no more questions. */
export interface Policy {
  version: string;
  statements: Statement[];
}

export interface Statement {
  sid?: string;
  effect: 'Allow' | 'Deny';
  actions: Among | undefined;
  resources: Among | undefined;
  principals: PrincipalElement | undefined;
  conditions: Condition[];
}

/** The values of an element, or all but them (`NotAction`, `NotResource`). */
interface Among {
  not: boolean;
  values: string[];
}

export interface PrincipalElement {
  not: boolean;
  /** `{ AWS: ['*'] }` for the bare `"*"`. */
  values: Record<string, string[]>;
}

export interface Condition {
  operator: string;
  key: string;
  values: string[];
}

/** Reads a document that was validated when it was stored. */
export function readPolicy(document: string | object): Policy {
  const raw = (typeof document === 'string' ? JSON.parse(document) : document) as Record<string, unknown>;
  return {
    version: typeof raw.Version === 'string' ? raw.Version : '2008-10-17',
    statements: listOf(raw.Statement).map((statement) => readStatement(statement as Record<string, unknown>)),
  };
}

function readStatement(raw: Record<string, unknown>): Statement {
  return {
    ...(typeof raw.Sid === 'string' ? { sid: raw.Sid } : {}),
    effect: raw.Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: among(raw.Action, raw.NotAction),
    resources: among(raw.Resource, raw.NotResource),
    principals: principals(raw.Principal, raw.NotPrincipal),
    conditions: Object.entries((raw.Condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(
      ([operator, block]) =>
        Object.entries(block).map(([key, values]) => ({ operator, key, values: listOf(values).map(String) })),
    ),
  };
}

function among(positive: unknown, negative: unknown): Among | undefined {
  if (positive !== undefined) return { not: false, values: listOf(positive).map(String) };
  if (negative !== undefined) return { not: true, values: listOf(negative).map(String) };
  return undefined;
}

function principals(positive: unknown, negative: unknown): PrincipalElement | undefined {
  const element = positive ?? negative;
  if (element === undefined) return undefined;
  const not = positive === undefined;
  if (typeof element !== 'object' || element === null) return { not, values: { AWS: [String(element)] } };
  const values = Object.entries(element).map(([kind, value]) => [kind, listOf(value).map(String)] as const);
  return { not, values: Object.fromEntries(values) };
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
