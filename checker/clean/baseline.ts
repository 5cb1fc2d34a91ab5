import type { Resource } from '#labs/kit/resources.ts';
import { readKeys } from '../resources/api-key.ts';
import { declaredOf, type KindName, type Live, type Lookout } from '../resources/kind.ts';
import { once, readPages } from '../resources/read-pages.ts';
import { survey } from '../resources/survey.ts';
import { readUsagePlans } from '../resources/usage-plan.ts';
import type { Ledger } from '../state/ledger.ts';
import { coverageOf, derivedKinds, wordOf } from './coverage.ts';
import { historyOf, remembered } from './history.ts';

export type Eyes = Pick<Lookout, 'aws' | 'elsewhere' | 'place'>;

/** Declared resources that no baseline has looked for yet. */
export function notCovered(declared: readonly Resource[], ledger: Ledger): string[] {
  const covered = coverageOf(ledger.rows({ kind: 'baseline', type: 'account' }));
  return [...new Set([...declared.map(wordOf), ...derivedKinds])].filter((word) => !covered.has(word));
}

/**
 * Writes down what stands under the course's names now. What could not be read is not covered: it is looked for again
 * the next time, and until then nothing of that kind is proven ours.
 */
export async function takeBaseline(
  declared: readonly Resource[],
  { eyes, ledger, now }: { eyes: Eyes; ledger: Ledger; now(): number },
): Promise<{ found: Live[]; unread: KindName[] }> {
  const open = notCovered(declared, ledger);
  if (open.length === 0) return { found: [], unread: [] };
  const rows = ledger.rows();
  const looked = await survey({ ...eyes, declared, remembered: (type) => remembered(type, rows) });
  const loose = await looseThings(declared, eyes);
  const unread = [...new Set([...looked.unread.map(({ type }) => type), ...loose.unread])];
  const found = once([...looked.lives, ...loose.lives], ({ type, id }) => `${type} ${id}`);
  const isOpen = (live: Live) =>
    open.includes(live.type) || declared.some((one) => one.type === live.type && open.includes(wordOf(one)));
  const fresh = found.filter((live) => isOpen(live) && !isProvenOurs(live, rows));
  const at = now();
  for (const live of fresh) ledger.append({ at, kind: 'baseline', ...rowOf(live) });
  const covers = open.filter((word) => !unread.includes(word.split(' ')[0] as KindName));
  ledger.append({
    at,
    kind: 'baseline',
    type: 'account',
    resource: eyes.place.account,
    arn: '',
    facts: { covers, unread },
  });
  return { found: fresh, unread };
}

/** What a ledger row holds of something that stands there. */
export function rowOf({ type, id, arn, identity, madeAt, changedAt }: Live) {
  return {
    type,
    resource: id,
    arn,
    facts: {
      identity,
      ...(madeAt === undefined ? {} : { madeAt }),
      ...(changedAt === undefined ? {} : { changedAt }),
    },
  };
}

function isProvenOurs(live: Live, rows: Parameters<typeof historyOf>[1]): boolean {
  const { made, seen, claimed } = historyOf(live, rows);
  return Boolean(made ?? seen ?? claimed);
}

/** Plans, keys, policies and roles have no names that labs could declare: those that are there now are somebody's. */
async function looseThings(
  declared: readonly Resource[],
  { aws, place }: Eyes,
): Promise<{ lives: Live[]; unread: KindName[] }> {
  const fns = declaredOf({ declared }, 'execution-role').map(({ fn }) => fn);
  const bare = { cost: { class: 'free' as const, monthlyUsd: 0 }, parts: {} };
  const look = async (type: KindName, read: () => Promise<Live[]>) => {
    try {
      return { lives: await read(), unread: [] };
    } catch {
      return { lives: [], unread: [type] };
    }
  };
  const parts = await Promise.all([
    look('execution-role', async () =>
      (
        await readPages((Marker) => aws.iam.listRoles({ PathPrefix: '/service-role/', Marker }), {
          items: (page) => page.Roles,
          next: (page) => (page.IsTruncated ? page.Marker : undefined),
        })
      )
        .filter(({ RoleName = '' }) => fns.some((fn) => RoleName.startsWith(`${fn}-role-`)))
        .map(({ RoleName = '', Arn = '', RoleId = '' }) => ({
          ...bare,
          type: 'execution-role',
          id: RoleName,
          name: RoleName,
          arn: Arn,
          identity: { roleId: RoleId },
        })),
    ),
    look('usage-plan', async () =>
      (await readUsagePlans(aws)).map(({ id = '', name = '' }) => ({
        ...bare,
        type: 'usage-plan',
        id,
        name,
        arn: `arn:aws:apigateway:${place.region}::/usageplans/${id}`,
        identity: { id },
      })),
    ),
    look('api-key', async () =>
      (await readKeys(aws)).map(({ id = '', name = '', createdDate }) => ({
        ...bare,
        type: 'api-key',
        id,
        name,
        arn: `arn:aws:apigateway:${place.region}::/apikeys/${id}`,
        identity: { id, createdDate: String(createdDate?.getTime() ?? '') },
      })),
    ),
    look('policy', async () =>
      (
        await readPages(
          (Marker) => aws.iam.listPolicies({ Scope: 'Local', PathPrefix: '/service-role/', Marker }),
          { items: (page) => page.Policies, next: (page) => (page.IsTruncated ? page.Marker : undefined) },
        )
      ).map(({ Arn = '', PolicyName = '', PolicyId = '' }) => ({
        ...bare,
        type: 'policy',
        id: Arn,
        name: PolicyName,
        arn: Arn,
        identity: { policyId: PolicyId },
      })),
    ),
  ]);
  return { lives: parts.flatMap(({ lives }) => lives), unread: parts.flatMap(({ unread }) => unread) };
}
