import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ServiceName } from '#sandbox/core/service.ts';
import { foreignCalls } from './fidelity-clients.ts';
import { renewed } from './fidelity-page.ts';
import { recordedCases } from './fidelity-recorded.ts';
import { fidelity, remarksOf } from './fidelity-table.ts';

const root = path.resolve(import.meta.dirname, '..');
const services = await fidelity();
const has = (service: ServiceName, operation: string) =>
  services.find((one) => one.service === service)?.there.some((one) => one.name === operation);

test('the page says what the code does; if not: npm run docs:fidelity', () => {
  const page = readFileSync(path.join(root, 'docs/sandbox.md'), 'utf8');
  expect(page).toBe(renewed(page, services));
});

test('every recorded case of the table is run by a test of its service', () => {
  const tests = readdirSync(path.join(root, 'sandbox/services'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /recorded[^/]*\.test\.ts$/.test(name))
    .map((name) => readFileSync(path.join(root, 'sandbox/services', name), 'utf8'));
  const isRun = (id: string) => tests.some((text) => text.includes(id));
  // Asked for by their answers' names and not by their cases'.
  const otherwise = ['sqs.missing-queue', 'sqs.empty-body'];
  expect(Object.keys(recordedCases).filter((id) => !isRun(id) && !otherwise.includes(id))).toEqual([]);
});

test('recordings and remarks are about operations that are there', () => {
  const recorded = Object.values(recordedCases).flatMap(({ service, operations }) =>
    operations.map((operation) => [service, operation] as const),
  );
  const remarked = Object.entries(remarksOf).flatMap(([service, remarks]) =>
    Object.keys(remarks).map((operation) => [service as ServiceName, operation] as const),
  );
  expect([...recorded, ...remarked].filter(([service, operation]) => !has(service, operation))).toEqual([]);
});

test('every operation of every client has its place', () => {
  for (const { there, notThere } of services)
    expect(there.length + notThere.length).toBeGreaterThan(there.length);
  expect(services.flatMap(({ there }) => there).length).toBeGreaterThan(250);
});

test('calls of clients of others are found in the conformance tests', () => {
  const { aws, boto3 } = foreignCalls();
  expect([...aws]).toEqual(expect.arrayContaining(['lambda invoke', 'dynamodb putitem', 'iam createrole']));
  expect([...boto3]).toEqual(
    expect.arrayContaining([
      'lambda listfunctions',
      'cloudwatch getmetricdata',
      'sts assumerole',
      'dynamodb query',
    ]),
  );
});
