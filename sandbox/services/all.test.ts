import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ServiceName, serviceNames } from '#sandbox/core/service.ts';
import { catalogOf } from '#sandbox/core/wire/catalog.ts';
import { services } from './all.ts';

test.each(serviceNames)('every operation of %s declares what it needs', async (name) => {
  const service = await services[name]();
  expect(service.name).toBe(name);
  expect(Object.keys(service.needs ?? {}).sort()).toEqual(Object.keys(service.operations).sort());
});

/** Members that no code names and that are right so, by operation. */
const harmless: Record<string, string[]> = {
  // AWS has ignored both for years.
  PutLogEvents: ['sequenceToken'],
  FilterLogEvents: ['interleaved', 'unmask'],
  // There is no data protection that would mask anything.
  GetLogEvents: ['unmask'],
  // There are none of what these choose from.
  ListEventSourceMappings: ['EventSourceArn'],
  DescribeScalingPolicies: ['PolicyNames'],
  DescribeAlarms: [
    'ActionPrefix',
    'AlarmNamePrefix',
    'AlarmNames',
    'AlarmTypes',
    'ChildrenOfAlarmName',
    'MaxRecords',
    'ParentsOfAlarmName',
    'StateValue',
  ],
  // Both refuse whatever they do not know.
  CreateTable: [
    'ResourcePolicy',
    'GlobalTableSourceArn',
    'GlobalTableSettingsReplicationMode',
    'VectorIndexes',
  ],
  UpdateTable: [
    'MultiRegionConsistency',
    'GlobalTableWitnessUpdates',
    'GlobalTableSettingsReplicationMode',
    'DisassociationProtectionEnabled',
    'VectorIndexUpdates',
  ],
  // The 50 tags that a table may have come in one answer.
  ListTagsOfResource: ['NextToken'],
};

test.each(serviceNames)('%s reads, stores or refuses every member of every input', async (name) => {
  const service = await services[name]();
  const catalog = catalogOf((await service.client()) as object);
  const known = wordsOf(name);
  const dropped = Object.keys(service.operations).flatMap((operation) =>
    [...membersOf(operation)]
      .filter((member) => !known.has(member) && !harmless[operation]?.includes(member))
      .map((member) => `${operation} ${member}`),
  );
  expect(dropped).toEqual([]);
  for (const [operation, lacking] of Object.entries((service.lacks ?? {}) as Record<string, string[]>)) {
    expect([...membersOf(operation)], operation).toEqual(expect.arrayContaining(lacking));
  }

  function membersOf(operation: string): Set<string> {
    const input = catalog.operation(operation)?.input;
    return new Set(input && !input.isUnitSchema() ? [...input.structIterator()].map(([key]) => key) : []);
  }
});

/** A member whose name the code never writes cannot have been read. */
function wordsOf(name: ServiceName): Set<string> {
  const folders = [name === 'monitoring' ? 'cloudwatch' : name, '../identity/records'];
  const texts = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(path, file), 'utf8'));
  });
  return new Set(texts.join('\n').match(/\w+/g));
}
