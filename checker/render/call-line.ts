/** A call in a few words, as `lambda:CreateFunction translate-function`: what it was, and on what. */
export function callLine({
  service,
  operation,
  input,
}: {
  service: string;
  operation: string;
  input: object;
}): string {
  const given = input as Record<string, unknown>;
  const on = naming.flatMap((name) => (typeof given[name] === 'string' ? [given[name]] : []));
  return [`${service}:${operation}`, ...on].join(' ');
}

/** Members that name a thing; values of any other kind (code, environment, documents) are not shown. */
const naming = [
  'FunctionName',
  'RoleName',
  'PolicyName',
  'TableName',
  'BudgetName',
  'logGroupName',
  'name',
  'restApiId',
  'pathPart',
  'httpMethod',
  'stageName',
];
