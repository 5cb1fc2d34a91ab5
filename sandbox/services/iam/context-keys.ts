import type { Policy } from '#sandbox/identity/policy/document.ts';
import type { PolicyRequest } from '#sandbox/identity/policy/evaluate.ts';
import { matchesGlob } from '#sandbox/identity/policy/glob.ts';

/** The condition keys that policies ask for, variables included, each as first written. */
export function contextKeys(policies: readonly Policy[]): string[] {
  return unique(policies.flatMap(({ statements }) => statements.flatMap(keysOf)));
}

/** The keys that statements about this action ask for and the request has no value for. */
export function missingKeys(policies: readonly Policy[], { action, context }: PolicyRequest): string[] {
  const asked = policies.flatMap(({ statements }) =>
    statements.flatMap((statement) => {
      const { actions } = statement;
      const named = actions?.values.some((one) => matchesGlob(one.toLowerCase(), action.toLowerCase()));
      return actions && named === actions.not ? [] : keysOf(statement);
    }),
  );
  return unique(asked).filter((key) => context[key.toLowerCase()] === undefined);
}

function keysOf({ conditions, resources }: Policy['statements'][number]): string[] {
  const texts = [...(resources?.values ?? []), ...conditions.flatMap(({ values }) => values)];
  const variables = texts.flatMap((text) =>
    [...text.matchAll(/\$\{\s*([^},\s]+)[^}]*\}/g)].flatMap(([, key = '']) =>
      /^[*?$]$/.test(key) ? [] : key,
    ),
  );
  return [...conditions.map(({ key }) => key), ...variables];
}

function unique(keys: string[]): string[] {
  return [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()];
}
