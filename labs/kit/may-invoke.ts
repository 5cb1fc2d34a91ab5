/** Whether a function's resource policy lets API Gateway call it for one method of one API. */
export interface PolicyVerdict {
  allowed: boolean;
  /** APIs that the policy speaks of and that are not this one: left over from an API that was deleted, most often. */
  otherApis: readonly string[];
}

interface Statement {
  Effect?: string;
  Principal?: string | Record<string, string | string[]>;
  Action?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** Evaluates instead of comparing text: consoles, frameworks and people write the same permission in many ways. */
export function mayInvoke(
  policy: string | undefined,
  call: { sourceArn: string; account: string },
): PolicyVerdict {
  const { Statement = [] } = JSON.parse(policy ?? '{}') as { Statement?: Statement[] };
  const about = Statement.filter(isAboutGateway);
  const matching = about.filter((statement) => conditionsHold(statement, call));
  const allowed =
    matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
  const api = apiIn(call.sourceArn);
  const otherApis = about
    .flatMap(sourceArns)
    .map(apiIn)
    .filter((id) => id !== '' && id !== '*' && id !== api);
  return { allowed, otherApis: [...new Set(otherApis)] };
}

function isAboutGateway({ Principal, Action }: Statement): boolean {
  const principals = typeof Principal === 'string' ? [Principal] : list(Principal?.Service ?? Principal?.AWS);
  return (
    principals.some((one) => one === '*' || one === 'apigateway.amazonaws.com') &&
    list(Action).some((one) => matches(one.toLowerCase(), 'lambda:invokefunction'))
  );
}

function conditionsHold(
  { Condition = {} }: Statement,
  { sourceArn, account }: { sourceArn: string; account: string },
): boolean {
  const known: Record<string, string> = { 'aws:sourcearn': sourceArn, 'aws:sourceaccount': account };
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const found = known[key.toLowerCase()];
      if (found === undefined) return false;
      return list(patterns).some((pattern) =>
        /^(Arn|String)(Like|Equals)/.test(operator) ? matches(pattern, found) : false,
      );
    }),
  );
}

function sourceArns({ Condition = {} }: Statement): string[] {
  return Object.values(Condition).flatMap((keys) =>
    Object.entries(keys).flatMap(([key, value]) =>
      key.toLowerCase() === 'aws:sourcearn' ? list(value) : [],
    ),
  );
}

/** `arn:aws:execute-api:REGION:ACCOUNT:API/…` */
function apiIn(arn: string): string {
  return arn.split(':')[5]?.split('/')[0] ?? '';
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`).test(text);
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
