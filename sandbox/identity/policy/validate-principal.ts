import { listOf } from './document.ts';
import { malformed } from './malformed.ts';

/** Whether a user or role of that ARN is there: AWS takes no trust in somebody who does not exist. */
export type PrincipalExists = (arn: string) => boolean;

export function checkPrincipal(principal: unknown, exists: PrincipalExists = () => true): void {
  if (principal === undefined) throw malformed('Missing required field Principal');
  if (principal === '*') return;
  if (typeof principal !== 'object' || principal === null || Array.isArray(principal)) {
    throw malformed(`Invalid principal in policy: "STAR":"${String(principal)}"`);
  }
  for (const [kind, values] of Object.entries(principal)) {
    const names = Object.hasOwn(LABELS, kind) ? LABELS[kind] : undefined;
    if (names === undefined) throw malformed(`Unknown field ${kind}`);
    for (const value of listOf(values)) {
      if (typeof value !== 'string' || !valid(kind, value, exists)) {
        throw malformed(`Invalid principal in policy: "${names}":"${String(value)}"`);
      }
    }
  }
}

/** How AWS writes the kinds in its complaints. */
const LABELS: Readonly<Record<string, string>> = {
  AWS: 'AWS',
  Service: 'SERVICE',
  Federated: 'FEDERATED',
  CanonicalUser: 'CANONICALUSER',
};

function valid(kind: string, value: string, exists: PrincipalExists): boolean {
  if (kind === 'Service') return /^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com|aws)$/.test(value);
  if (kind !== 'AWS') return value.length > 0;
  if (value === '*' || /^\d{12}$/.test(value) || /^arn:aws:iam::\d{12}:root$/.test(value)) return true;
  if (/^(AROA|AIDA)[A-Z0-9]{16,}$/.test(value)) return true;
  if (/^arn:aws:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/.test(value)) return true;
  return /^arn:aws:iam::\d{12}:(user|role)\/[\w+=,.@/-]+$/.test(value) && exists(value);
}
