import type { Condition } from './document.ts';
import { operators } from './operators.ts';
import { type ContextValues, fillIn } from './variables.ts';

/** Whether one line of a Condition block holds for a request. */
export function conditionHolds(condition: Condition, version: string, context: ContextValues): boolean {
  const { set, base, ifExists } = operatorParts(condition.operator);
  const given = context[condition.key.toLowerCase()];
  const absent = given === undefined || given.length === 0;
  if (base === 'Null') return condition.values.some((value) => (value.toLowerCase() === 'true') === absent);
  const operator = Object.hasOwn(operators, base) ? operators[base] : undefined;
  if (!operator) return false;
  if (absent) return ifExists || set === 'ForAllValues' || (set === undefined && operator.negated);

  const wanted = operator.variables
    ? condition.values.flatMap((value) => fillIn(value, version, context) ?? [])
    : condition.values;
  const holds = (value: string) =>
    wanted.some((pattern) => operator.matches(value, pattern)) !== operator.negated;
  const every = set === 'ForAllValues' || (set === undefined && operator.negated);
  return every ? given.every(holds) : given.some(holds);
}

export function isOperator(name: string): boolean {
  const { base, ifExists } = operatorParts(name);
  return base === 'Null' ? !ifExists : Object.hasOwn(operators, base);
}

function operatorParts(name: string) {
  const [, set, base = name, suffix] = name.match(/^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/) ?? [];
  return { set, base, ifExists: suffix !== undefined };
}
