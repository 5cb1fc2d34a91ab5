import type { FullClients, ReadClients } from '#labs/kit/clients.ts';
import { costOfLogs } from './costs.ts';
import { declaredOf, type Kind, type Live, type Place } from './kind.ts';
import { readPages } from './read-pages.ts';

/** What a function writes; it comes back when its writer is still there, so it goes last. */
export const logGroupKind: Kind = {
  atMost: 1,
  after: ['function', 'rest-api', 'execution-role'],
  onlyWhenGone: ['function'],
  async find(look) {
    const found = await Promise.all(
      declaredOf(look, 'log-group').map(({ name }) => readLogGroup(name, 'log-group', look.aws)),
    );
    return found.flatMap((live) => (live ? [{ ...live, ...writerOf(live.name) }] : []));
  },
  remove: removeLogGroup,
  isGone: isLogGroupGone,
  grants: grantsOfLogGroup,
};

export async function removeLogGroup({ id }: Live, aws: FullClients): Promise<void> {
  await aws.logs.deleteLogGroup({ logGroupName: id });
}

export async function isLogGroupGone({ id }: Live, aws: ReadClients): Promise<boolean> {
  return (await readLogGroup(id, 'log-group', aws)) === undefined;
}

export function grantsOfLogGroup({ id }: Live, { account, region }: Place) {
  return [
    { action: 'logs:DescribeLogGroups', resource: `arn:aws:logs:${region}:${account}:log-group:*` },
    { action: 'logs:DeleteLogGroup', resource: `arn:aws:logs:${region}:${account}:log-group:${id}:*` },
  ];
}

/** A group of exactly that name; AWS lists by how a name begins. */
export async function readLogGroup(
  name: string,
  type: 'log-group' | 'api-log-group',
  { logs }: Pick<ReadClients, 'logs'>,
): Promise<Live | undefined> {
  const groups = await readPages(
    (nextToken) => logs.describeLogGroups({ logGroupNamePrefix: name, nextToken }),
    { items: (page) => page.logGroups, next: (page) => page.nextToken },
  );
  const group = groups.find(({ logGroupName }) => logGroupName === name);
  if (!group) return undefined;
  const { creationTime } = group;
  return {
    type,
    id: name,
    name,
    arn: (group.arn ?? '').replace(/:\*$/, ''),
    identity: { creationTime: String(creationTime ?? '') },
    cost: costOfLogs(group.storedBytes ?? 0),
    parts: {},
    ...(creationTime === undefined ? {} : { madeAt: creationTime }),
    ...(group.deletionProtectionEnabled ? { guarded: true as const } : {}),
  };
}

function writerOf(name: string): Pick<Live, 'owner'> {
  const fn = /^\/aws\/lambda\/(.+)$/.exec(name)?.[1];
  return fn ? { owner: { type: 'function', id: fn } } : {};
}
