import { orAbsent } from '#labs/kit/or-absent.ts';
import { says } from '#labs/kit/text.ts';
import { free } from './costs.ts';
import type { Kind, Live, Lookout } from './kind.ts';
import { readPages } from './read-pages.ts';
import { texts } from './resources.texts.ts';

const ofConsole =
  /:policy\/service-role\/AWSLambdaBasicExecutionRole-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the console makes for a function's role, and whatever else a customer made and hung on it. */
export const policyKind: Kind = {
  atMost: 3,
  after: ['execution-role'],
  onlyWhenGone: ['execution-role'],
  async find(look) {
    const roles = await look.found('execution-role');
    const owners = new Map<string, string | undefined>(
      look.remembered('policy').map((arn) => [arn, undefined]),
    );
    for (const role of roles) for (const arn of role.parts.attached ?? []) owners.set(arn, role.id);
    const customers = [...owners].filter(([arn]) => arn.startsWith(`arn:aws:iam::${look.place.account}:`));
    const ours = new Set(roles.map(({ id }) => id));
    const found = await Promise.all(customers.map(([arn, owner]) => readPolicy(arn, owner, ours, look)));
    return found.filter((live) => live !== undefined);
  },
  async remove({ arn, parts }, aws) {
    for (const VersionId of parts.versions ?? [])
      await aws.iam.deletePolicyVersion({ PolicyArn: arn, VersionId });
    await aws.iam.deletePolicy({ PolicyArn: arn });
  },
  isGone: async ({ arn }, aws) => (await orAbsent(aws.iam.getPolicy({ PolicyArn: arn }))) === undefined,
  grants: ({ arn }) =>
    [
      'iam:GetPolicy',
      'iam:ListEntitiesForPolicy',
      'iam:ListPolicyVersions',
      'iam:DeletePolicyVersion',
      'iam:DeletePolicy',
    ].map((action) => ({ action, resource: arn })),
};

async function readPolicy(
  PolicyArn: string,
  owner: string | undefined,
  ours: ReadonlySet<string>,
  { aws: { iam } }: Lookout,
): Promise<Live | undefined> {
  const policy = (await orAbsent(iam.getPolicy({ PolicyArn })))?.Policy;
  if (!policy) return undefined;
  const [users, versions] = await Promise.all([
    readPages((Marker) => iam.listEntitiesForPolicy({ PolicyArn, Marker }), {
      items: ({ PolicyRoles = [], PolicyUsers = [], PolicyGroups = [] }) => [
        ...PolicyRoles.map(({ RoleName = '' }) => ({ name: RoleName, isRole: true })),
        ...PolicyUsers.map(({ UserName = '' }) => ({ name: UserName, isRole: false })),
        ...PolicyGroups.map(({ GroupName = '' }) => ({ name: GroupName, isRole: false })),
      ],
      next: (page) => (page.IsTruncated ? page.Marker : undefined),
    }),
    readPages((Marker) => iam.listPolicyVersions({ PolicyArn, Marker }), {
      items: (page) => page.Versions,
      next: (page) => (page.IsTruncated ? page.Marker : undefined),
    }),
  ]);
  const other = users.find(({ name, isRole }) => !isRole || !ours.has(name));
  const boundaries = policy.PermissionsBoundaryUsageCount ?? 0;
  const name = policy.PolicyName ?? '';
  const madeAt = policy.CreateDate?.getTime();
  return {
    type: 'policy',
    id: PolicyArn,
    name,
    arn: PolicyArn,
    identity: { policyId: policy.PolicyId ?? '' },
    cost: free,
    parts: {
      versions: versions.flatMap(({ VersionId, IsDefaultVersion }) =>
        VersionId && !IsDefaultVersion ? [VersionId] : [],
      ),
    },
    ...(madeAt === undefined ? {} : { madeAt }),
    ...(owner ? { owner: { type: 'execution-role', id: owner } } : {}),
    ...(other
      ? { shared: says(texts.policyAttached, { name: other.name }) }
      : boundaries > 0
        ? { shared: says(texts.policyIsBoundary) }
        : {}),
    ...(ofConsole.test(PolicyArn) ? {} : { needsClaim: says(texts.policyOfOtherName) }),
  };
}
