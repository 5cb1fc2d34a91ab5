import { existsSync, readFileSync } from 'node:fs';
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const oracle = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);
const there = existsSync(oracle);

interface Case {
  id: string;
  service: string;
  request: { variants: Record<string, AssumeRoleCommandInput> };
  recorded: Record<string, { Error: { Code: string; Message: string; Type: string }; _httpStatus: number }>;
}

const cases: Case[] = there
  ? JSON.parse(readFileSync(oracle, 'utf8')).cases.filter(({ service }: Case) => service === 'sts')
  : [];

describe.skipIf(!there)('STS against recorded answers (skipped where they are not at hand)', () => {
  test('every case is run', () => {
    expect(cases.map(({ id }) => id)).toEqual(['sts.assume-role.invalid']);
  });

  const variants = cases.flatMap(({ request, recorded }) =>
    Object.entries(request.variants).map(([name, input]) => [name, input, recorded[name]] as const),
  );

  // The recording leaves out the session name where it is not what the variant is about.
  test.each(variants)('AssumeRole, %s', async (_name, input, expected) => {
    const sts = openSandbox({ http: true }).client(STSClient);
    const error = await sts
      .send(new AssumeRoleCommand({ ...input, RoleSessionName: input.RoleSessionName ?? 'Session1' }))
      .then(
        () => undefined,
        (thrown) => thrown,
      );
    expect({
      Error: { Code: error?.Error?.Code ?? error?.name, Message: error?.message, Type: error?.Type },
      _httpStatus: error?.$metadata?.httpStatusCode,
    }).toEqual(expected);
  });
});
