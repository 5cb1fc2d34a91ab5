import type { EvaluationResult, PolicySourceType, Statement } from '@aws-sdk/client-iam';
import type { Principal } from '#sandbox/core/principal.ts';
import { combine } from '#sandbox/identity/policy/combine.ts';
import { type Policy, readPolicy } from '#sandbox/identity/policy/document.ts';
import { evaluate, type PolicyRequest } from '#sandbox/identity/policy/evaluate.ts';
import type { ContextValues } from '#sandbox/identity/policy/variables.ts';
import { missingKeys } from './context-keys.ts';
import { statementPositions } from './statement-positions.ts';

/** A document and what AWS calls it when it names the statements that decided. */
export interface Source {
  id: string;
  document: string;
}

export interface Simulation {
  identity: Source[];
  boundary: Source[] | undefined;
  resource: Source | undefined;
  caller: Principal;
  /** The account that owns the resources. */
  owner: string;
  context: ContextValues;
}

/** What would be decided, told by the same evaluation that decides. */
export function simulate(simulation: Simulation, action: string, resource: string): EvaluationResult {
  const { caller, context, owner } = simulation;
  const request: PolicyRequest = { action, resource, caller, context };
  const identity = simulation.identity.map(read);
  const boundary = simulation.boundary?.map(read);
  const policy = simulation.resource && read(simulation.resource);
  const decision = combine(
    {
      identity,
      owner,
      ...(boundary ? { boundary } : {}),
      ...(policy ? { resource: policy } : {}),
    },
    request,
  );
  const outcome = decision.allowed
    ? 'allowed'
    : decision.kind === 'explicit'
      ? 'explicitDeny'
      : 'implicitDeny';
  const sources = [
    [simulation.identity, identity],
    [simulation.resource ? [simulation.resource] : [], policy ? [policy] : []],
    [simulation.boundary ?? [], boundary ?? []],
  ] as const;
  const matched = sources.flatMap(([texts, policies], index) =>
    matchedIn(texts, policies, request, outcome, index === 2),
  );
  const missing = missingKeys([...identity, ...(boundary ?? []), ...(policy ? [policy] : [])], request);
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: outcome,
    MatchedStatements: matched,
    ...(resource === '*'
      ? { MissingContextValues: missing }
      : { MissingContextValues: [], ...specific(resource, outcome, matched, missing) }),
    ...(boundary ? { PermissionsBoundaryDecisionDetail: boundaryDetail(boundary, request) } : {}),
  };
}

type Outcome = 'allowed' | 'explicitDeny' | 'implicitDeny';

function read({ document }: Source): Policy {
  return readPolicy(document);
}

/** Of a denial the denying statements, of an allowance the allowing ones; a boundary's Allow gives nothing. */
function matchedIn(
  texts: readonly Source[],
  policies: readonly Policy[],
  request: PolicyRequest,
  outcome: Outcome,
  isBoundary: boolean,
): Statement[] {
  if (outcome === 'implicitDeny') return [];
  const { verdict, matched } = evaluate(policies, request);
  if (verdict !== (outcome === 'allowed' ? 'allow' : 'deny') || (isBoundary && outcome === 'allowed'))
    return [];
  return matched.flatMap(([policy, statement]) => {
    const source = texts[policy];
    const place = source && statementPositions(source.document)[statement];
    if (!source || !place) return [];
    return [
      {
        SourcePolicyId: source.id,
        SourcePolicyType: SOURCE_TYPE,
        StartPosition: place.start,
        EndPosition: place.end,
      },
    ];
  });
}

/** What AWS answers, which its own model does not list. */
const SOURCE_TYPE = 'IAM Policy' as string as PolicySourceType;

function specific(resource: string, outcome: Outcome, matched: Statement[], missing: string[]) {
  return {
    ResourceSpecificResults: [
      {
        EvalResourceName: resource,
        EvalResourceDecision: outcome,
        MatchedStatements: matched,
        MissingContextValues: missing,
      },
    ],
  };
}

function boundaryDetail(boundary: Policy[], request: PolicyRequest) {
  return { AllowedByPermissionsBoundary: evaluate(boundary, request).verdict === 'allow' };
}
