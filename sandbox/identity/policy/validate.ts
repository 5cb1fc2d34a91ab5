import { isOperator } from './conditions.ts';
import { listOf } from './document.ts';
import { malformed } from './malformed.ts';
import { checkPrincipal, type PrincipalExists } from './validate-principal.ts';

export type PolicyKind = 'managed' | 'inline' | 'session' | 'trust';

/** Refuses a document with the sentence that AWS has for it. `exists` answers for the principals of a trust policy. */
export function validatePolicy(document: string, kind: PolicyKind, exists?: PrincipalExists): void {
  const trust = kind === 'trust';
  const policy = parsed(document, trust ? 'This policy contains invalid Json' : SYNTAX);
  checkKeys(policy, ['Version', 'Id', 'Statement'], trust);
  checkVersion(policy.Version, kind);
  const statements = listOf(policy.Statement);
  if (statements.length === 0) throw malformed(trust ? 'Missing required field Statement' : SYNTAX);
  for (const statement of statements) {
    if (!isObject(statement)) throw malformed(SYNTAX);
    checkStatement(statement, trust, exists);
  }
  checkSids(statements as Json[]);
}

type Json = Record<string, unknown>;

const SYNTAX = 'Syntax errors in policy.';
const ELEMENTS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function parsed(document: string, complaint: string): Json {
  try {
    const value: unknown = JSON.parse(document);
    if (isObject(value)) return value;
  } catch {
    throw malformed(complaint);
  }
  throw malformed(complaint);
}

function checkKeys(value: Json, known: string[], trust: boolean): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw malformed(trust ? `Unknown field ${unknown}` : SYNTAX);
}

function checkVersion(version: unknown, kind: PolicyKind): void {
  if (version === '2012-10-17') return;
  if (kind === 'managed') throw malformed('Policy document must be version 2012-10-17 or greater.');
  if (version !== undefined && version !== '2008-10-17') {
    throw malformed('The policy must contain a valid version string');
  }
}

function checkStatement(statement: Json, trust: boolean, exists: PrincipalExists | undefined): void {
  if (trust && ('Resource' in statement || 'NotResource' in statement)) {
    throw malformed(`Has prohibited field ${'Resource' in statement ? 'Resource' : 'NotResource'}`);
  }
  if (!trust && ('Principal' in statement || 'NotPrincipal' in statement)) {
    throw malformed('Policy document should not specify a principal.');
  }
  checkKeys(statement, trust ? [...ELEMENTS, 'Principal', 'NotPrincipal'] : ELEMENTS, trust);
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') {
    throw malformed(trust && statement.Effect === undefined ? 'Missing required field Effect' : SYNTAX);
  }
  const actions = texts(statement.Action ?? statement.NotAction);
  if (actions.length === 0) {
    throw malformed(trust ? 'Missing required field Action' : 'Policy statement must contain actions.');
  }
  for (const action of actions) checkAction(action, trust);
  if (trust) checkPrincipal(statement.Principal ?? statement.NotPrincipal, exists);
  else checkResources(texts(statement.Resource ?? statement.NotResource));
  checkCondition(statement.Condition);
}

function checkAction(action: string, trust: boolean): void {
  if (trust) {
    if (!/^sts:/i.test(action)) throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
    return;
  }
  if (action === '*') return;
  const [vendor = '', ...rest] = action.split(':');
  if (rest.length === 0) {
    throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  if (rest.length > 1) throw malformed('Actions/Condition can contain only one colon.');
  if (!/^[a-zA-Z0-9\-.]+$/.test(vendor)) throw malformed(`Vendor ${vendor} is not valid`);
}

function checkResources(resources: string[]): void {
  if (resources.length === 0) throw malformed('Policy statement must contain resources.');
  for (const resource of resources) {
    if (resource === '*') continue;
    const [arn, partition = '', vendor = '', region = ''] = resource.split(':');
    if (arn !== 'arn' || resource.split(':').length < 2) {
      throw malformed(`Resource ${resource} must be in ARN format or "*".`);
    }
    if (!/^(aws|aws-cn|aws-us-gov|aws-iso|aws-iso-b|\*)$/.test(partition)) {
      throw malformed(`Partition "${partition}" is not valid for resource "${resource}".`);
    }
    if (vendor === 'iam' && region !== '') {
      throw malformed(`IAM resource ${resource} cannot contain region information.`);
    }
  }
}

function checkCondition(condition: unknown): void {
  if (condition === undefined) return;
  if (!isObject(condition)) throw malformed(SYNTAX);
  for (const [operator, block] of Object.entries(condition)) {
    if (!isOperator(operator)) throw malformed(`Invalid Condition type : ${operator}.`);
    if (!isObject(block)) throw malformed(SYNTAX);
    for (const values of Object.values(block)) {
      if (!listOf(values).every((value) => ['string', 'number', 'boolean'].includes(typeof value))) {
        throw malformed(SYNTAX);
      }
    }
  }
}

function checkSids(statements: Json[]): void {
  const sids = statements.flatMap(({ Sid }) => (Sid === undefined || Sid === '' ? [] : [Sid]));
  if (!sids.every((sid) => typeof sid === 'string' && /^[0-9A-Za-z]*$/.test(sid))) {
    throw malformed(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    );
  }
  if (new Set(sids).size < sids.length) {
    throw malformed('Statement IDs (SID) in a single policy must be unique.');
  }
}

function texts(value: unknown): string[] {
  const list = listOf(value);
  if (!list.every((item) => typeof item === 'string')) throw malformed(SYNTAX);
  return list as string[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
