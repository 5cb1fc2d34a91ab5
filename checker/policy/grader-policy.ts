import { callsOfChecks } from './calls-of-checks.ts';
import { readsOf } from './checker-policy.ts';
import type { Statement } from './document.ts';
import type { Place } from './places.ts';

/** The role in each learner's account that an instructor looks through: reads, and nothing that runs or costs. */
export function graderPolicy(place: Place): Statement[] {
  return readsOf(callsOfChecks, place);
}

/** Who may take that role; the two words in capitals are filled in by the class. */
export const graderTrust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::INSTRUCTOR-ACCOUNT:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'EXTERNAL-ID' } },
    },
  ],
} as const;
