import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';

/** How to reach a target. Handed in: the engine neither reads an environment nor opens a sandbox. */
export interface Connection {
  region: string;
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  endpoint?: string;
  /** Takes the place of the SDK's HTTP where the sandbox is in this process. */
  requestHandler?: object;
  /** For calls to learners' APIs. */
  fetch: (request: Request) => Promise<Response>;
  /** `https://ID.execute-api.REGION.amazonaws.com/STAGE`, or the sandbox's. */
  apiUrl(apiId: string, stage: string): string;
  /** The pause before an attempt is made again; default: the SDK's own, which grows. */
  pauseMs?: (attempt: number) => number;
  /** Asked before each read: waits where the account has been asked enough. */
  pace?: Pace;
  /** How far this target's clock is ahead of ours, in milliseconds; signatures are dated by it. */
  clockOffset?: number;
  /** Told to AWS, so that the learner's CloudTrail says who called. */
  userAgent: string;
}

/** Returns when the call may be made. */
export type Pace = (service: string, operation: string) => Promise<void>;
