import type { Condition, Operand } from './condition.ts';

/** The attributes of an item that a condition looks at. */
export function attributeNames(condition: Condition): string[] {
  if ('args' in condition) return condition.args.flatMap(namesIn);
  switch (condition.is) {
    case 'and':
    case 'or':
      return [...attributeNames(condition.left), ...attributeNames(condition.right)];
    case 'not':
      return attributeNames(condition.of);
    case 'between':
      return [condition.of, condition.low, condition.high].flatMap(namesIn);
    case 'in':
      return [condition.of, ...condition.among].flatMap(namesIn);
    default:
      return [condition.left, condition.right].flatMap(namesIn);
  }
}

function namesIn(operand: Operand): string[] {
  if ('path' in operand) return [operand.path[0] as string];
  return 'size' in operand ? namesIn(operand.size) : [];
}
