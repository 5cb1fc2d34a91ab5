import type { ReadClients } from '#labs/kit/clients.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { type Said, says } from '#labs/kit/text.ts';
import { troubleOf } from '../core/trouble.ts';
import { free } from './costs.ts';
import { declaredOf, type Kind, type Live, type Lookout } from './kind.ts';
import { once, readPages } from './read-pages.ts';
import { texts } from './resources.texts.ts';

/** The role that the function runs as, with what hangs on it; found through the function, or by the ledger. */
export const executionRoleKind: Kind = {
  atMost: 3,
  after: ['function'],
  onlyWhenGone: ['function'],
  async find(look) {
    const fns = declaredOf(look, 'execution-role').map(({ fn }) => fn);
    if (fns.length === 0) return [];
    const users = (await look.found('function')).filter(({ id }) => fns.includes(id));
    const named = users.flatMap(({ id, parts }) =>
      (parts.role ?? []).map((arn) => ({ name: lastOf(arn), fn: id })),
    );
    const remembered = look.remembered('execution-role').map((name) => ({ name, fn: fns[0] ?? '' }));
    const roles = once([...remembered, ...named], ({ name }) => name);
    const found = await Promise.all(roles.map(({ name, fn }) => readRole(name, fn, fns, look)));
    return found.filter((live) => live !== undefined);
  },
  async remove({ id, parts }, aws) {
    for (const PolicyArn of parts.attached ?? []) await aws.iam.detachRolePolicy({ RoleName: id, PolicyArn });
    for (const PolicyName of parts.inline ?? []) await aws.iam.deleteRolePolicy({ RoleName: id, PolicyName });
    await aws.iam.deleteRole({ RoleName: id });
  },
  isGone: async ({ id }, aws) => (await orAbsent(aws.iam.getRole({ RoleName: id }))) === undefined,
  grants: ({ arn }) =>
    [
      'iam:GetRole',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:ListInstanceProfilesForRole',
      'iam:DetachRolePolicy',
      'iam:DeleteRolePolicy',
      'iam:DeleteRole',
    ].map((action) => ({ action, resource: arn })),
};

async function readRole(
  RoleName: string,
  fn: string,
  fns: readonly string[],
  look: Lookout,
): Promise<Live | undefined> {
  const { iam } = look.aws;
  const role = (await orAbsent(iam.getRole({ RoleName })))?.Role;
  if (!role) return undefined;
  const [attached, inline, profiles, others] = await Promise.all([
    readPages((Marker) => iam.listAttachedRolePolicies({ RoleName, Marker }), {
      items: (page) => page.AttachedPolicies,
      next: (page) => (page.IsTruncated ? page.Marker : undefined),
    }),
    readPages((Marker) => iam.listRolePolicies({ RoleName, Marker }), {
      items: (page) => page.PolicyNames,
      next: (page) => (page.IsTruncated ? page.Marker : undefined),
    }),
    readPages((Marker) => iam.listInstanceProfilesForRole({ RoleName, Marker }), {
      items: (page) => page.InstanceProfiles,
      next: (page) => (page.IsTruncated ? page.Marker : undefined),
    }),
    otherUsers(role.Arn ?? '', fns, look),
  ]);
  const madeAt = role.CreateDate?.getTime();
  const shared = sharedWith(others, profiles.length, role, look);
  const isOfConsole = role.Path === '/service-role/' && hasConsoleName(RoleName, fns);
  return {
    type: 'execution-role',
    id: RoleName,
    name: RoleName,
    arn: role.Arn ?? '',
    identity: { roleId: role.RoleId ?? '' },
    owner: { type: 'function', id: fn },
    cost: free,
    parts: {
      attached: once(attached, ({ PolicyArn }) => PolicyArn).map(({ PolicyArn = '' }) => PolicyArn),
      inline: [...new Set(inline)],
    },
    ...(madeAt === undefined ? {} : { madeAt }),
    ...(shared ? { shared } : {}),
    ...(isOfConsole ? {} : { needsClaim: says(texts.roleOfOtherName, { fn }) }),
  };
}

/** `FUNCTION-role-xxxxxxxx`, as the Lambda console names the roles that it makes. */
function hasConsoleName(name: string, fns: readonly string[]): boolean {
  return fns.some((fn) => name.startsWith(`${fn}-role-`) && /^[a-z0-9]{8}$/.test(name.slice(fn.length + 6)));
}

interface RoleFacts {
  AssumeRolePolicyDocument?: string | undefined;
  RoleLastUsed?: { Region?: string | undefined } | undefined;
}

function sharedWith(
  others: readonly string[],
  profiles: number,
  role: RoleFacts,
  look: Lookout,
): Said | undefined {
  if (others[0]) return says(texts.roleOfFunction, { fn: others[0] });
  if (profiles > 0) return says(texts.roleOfProfile);
  if (!trustsLambdaAlone(role.AssumeRolePolicyDocument ?? '')) return says(texts.roleTrusted);
  const usedIn = role.RoleLastUsed?.Region;
  if (usedIn && usedIn !== look.place.region) return says(texts.roleUsedIn, { region: usedIn });
  return undefined;
}

/** Every other function that runs as this role, here and in the course's other regions. */
async function otherUsers(arn: string, fns: readonly string[], look: Lookout): Promise<string[]> {
  const here = await usersOf(arn, look.aws);
  const there = await Promise.all(
    look.elsewhere.map(async ({ region, aws }) => {
      try {
        return (await usersOf(arn, aws)).map((name) => `${name} (${region})`);
      } catch (error) {
        // Where a region is closed to the account nothing runs; where only the look is denied, something may.
        if (['region', 'not-subscribed'].includes(troubleOf(error).cause)) return [];
        throw error;
      }
    }),
  );
  return [...here.filter((name) => !fns.includes(name)), ...there.flat()];
}

async function usersOf(arn: string, { lambda }: Pick<ReadClients, 'lambda'>): Promise<string[]> {
  const all = await readPages((Marker) => lambda.listFunctions({ Marker }), {
    items: (page) => page.Functions,
    next: (page) => page.NextMarker,
  });
  return all.flatMap(({ Role, FunctionName }) => (Role === arn && FunctionName ? [FunctionName] : []));
}

function trustsLambdaAlone(document: string): boolean {
  try {
    const { Statement } = JSON.parse(decodeURIComponent(document)) as { Statement: unknown };
    const statements = (Array.isArray(Statement) ? Statement : [Statement]) as Array<{ Principal?: unknown }>;
    return statements.every(
      ({ Principal }) =>
        JSON.stringify(Principal) === '{"Service":"lambda.amazonaws.com"}' ||
        JSON.stringify(Principal) === '{"Service":["lambda.amazonaws.com"]}',
    );
  } catch {
    return false;
  }
}

function lastOf(arn: string): string {
  return arn.split('/').at(-1) ?? '';
}
