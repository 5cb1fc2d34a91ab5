import { expect, test } from 'vitest';
import { serviceNames } from '#sandbox/core/service.ts';
import { services } from './all.ts';

test.each(serviceNames)('every operation of %s declares what it needs', async (name) => {
  const service = await services[name]();
  expect(service.name).toBe(name);
  expect(Object.keys(service.needs ?? {}).sort()).toEqual(Object.keys(service.operations).sort());
});
