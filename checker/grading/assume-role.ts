import type { AwsCredentialIdentity } from '@smithy/types';
import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';
import { troubleOf } from '../core/trouble.ts';
import type { Learner } from './learner.ts';

/** Credentials for a learner's account; `null`: asked without an external id. */
export type CredentialsOf = (
  learner: Pick<Learner, 'role' | 'externalId'>,
  externalId?: string | null,
) => Promise<AwsCredentialIdentity>;

/** What stands in the way is the instructor's own: expired credentials, a wrong clock, no network. Nobody can be read. */
export class InstructorTrouble extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'InstructorTrouble';
  }
}

/** Asks STS as the instructor. The session's name is what learners see in their CloudTrail. */
export function assumeRole(
  instructor: Connection,
  { signal, callMs = 10_000 }: { signal?: AbortSignal; callMs?: number } = {},
): {
  credentials: CredentialsOf;
  /** Throws `InstructorTrouble` where STS does not answer the instructor. */
  checkSelf(): Promise<void>;
  close(): void;
} {
  const pool = clientPool(instructor, { attempts: 3 });
  const { sts } = pool.clients(async (call) => {
    await instructor.pace?.(call.service, call.operation);
    const tooLong = AbortSignal.timeout(callMs);
    return call.send(signal ? AbortSignal.any([signal, tooLong]) : tooLong);
  });
  const checked: { running?: Promise<unknown> } = {};

  const checkSelf = async (): Promise<void> => {
    if (signal?.aborted) return;
    checked.running ??= sts.getCallerIdentity({}).finally(() => delete checked.running);
    await checked.running.catch((own: unknown) => {
      if (!signal?.aborted && troubleOf(own).cause !== 'throttled') throw new InstructorTrouble(own);
    });
  };

  /** A role that is closed is the learner's matter; for the rest STS is asked whether it knows the instructor. */
  const tellApart = async (error: unknown): Promise<never> => {
    if (troubleOf(error).cause !== 'denied') await checkSelf();
    throw error;
  };

  return {
    async credentials({ role, externalId }, given = externalId) {
      const { Credentials } = await sts
        .assumeRole({
          RoleArn: role,
          RoleSessionName: 'serverless-hands-on-grading',
          DurationSeconds: 900,
          ...(given === null ? {} : { ExternalId: given }),
        })
        .catch(tellApart);
      return {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      };
    },
    checkSelf,
    close: () => pool.close(),
  };
}
