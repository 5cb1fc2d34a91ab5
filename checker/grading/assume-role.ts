import type { AwsCredentialIdentity } from '@smithy/types';
import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';
import type { Learner } from './learner.ts';

/** Credentials for a learner's account; `null`: asked without an external id. */
export type CredentialsOf = (
  learner: Pick<Learner, 'role' | 'externalId'>,
  externalId?: string | null,
) => Promise<AwsCredentialIdentity>;

/** Asks STS as the instructor. The session's name is what learners see in their CloudTrail. */
export function assumeRole(
  instructor: Connection,
  { signal, callMs = 10_000 }: { signal?: AbortSignal; callMs?: number } = {},
): { credentials: CredentialsOf; close(): void } {
  const pool = clientPool(instructor, { attempts: 3 });
  const { sts } = pool.clients((call) => {
    const tooLong = AbortSignal.timeout(callMs);
    return call.send(signal ? AbortSignal.any([signal, tooLong]) : tooLong);
  });
  return {
    async credentials({ role, externalId }, given = externalId) {
      const { Credentials } = await sts.assumeRole({
        RoleArn: role,
        RoleSessionName: 'serverless-hands-on-grading',
        DurationSeconds: 900,
        ...(given === null ? {} : { ExternalId: given }),
      });
      return {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      };
    },
    close: () => pool.close(),
  };
}
