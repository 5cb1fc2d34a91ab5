import { expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { labVersions } from './lab-versions.ts';

test('every lab has a version of its own, the same each time', () => {
  const ids = labs.map(({ id }) => id);
  const versions = labVersions(ids);
  expect(Object.keys(versions)).toEqual(ids);
  expect(new Set(Object.values(versions)).size).toBe(ids.length);
  expect(labVersions(['table'])).toEqual({ table: versions.table });
  expect(versions.table).toMatch(/^[0-9a-f]{12}$/);
});
