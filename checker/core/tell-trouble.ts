import type { Result } from '#labs/kit/result.ts';
import { type Said, says } from '#labs/kit/text.ts';
import { texts } from './tell-trouble.texts.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** A step that could not be looked at: what stood in the way, and the next command. Never the learner's mistake. */
export function tellTrouble(
  error: unknown,
  facts: { account: string; region: string; signIn?: string },
): Result {
  const trouble = troubleOf(error);
  const { message, next } = sentences(trouble, facts);
  return {
    outcome: 'unknown',
    cause: trouble.cause,
    messages: [message],
    next,
    evidence: [{ call: trouble.action ?? '', field: 'error', expected: null, found: trouble.code }],
  };
}

function sentences(trouble: Trouble, { region, signIn }: { region: string; signIn?: string }) {
  const { cause, code } = trouble;
  switch (cause) {
    case 'denied':
      return {
        message: says(texts.denied, { action: trouble.action ?? code, resource: trouble.resource ?? '*' }),
        next: says(texts.deniedNext, { policy: policyLine(trouble) }),
      };
    case 'throttled':
      return { message: says(texts.throttled, { code }), next: says(texts.again) };
    case 'expired':
      return { message: says(texts.expired, { code }), next: signInAgain(signIn) };
    case 'not-subscribed':
      return { message: says(texts.notSubscribed, { code }), next: says(texts.notSubscribedNext) };
    case 'clock':
      return { message: says(texts.clock), next: says(texts.clockNext) };
    case 'region':
      return { message: says(texts.region, { region }), next: says(texts.regionNext) };
    case 'network':
      return { message: says(texts.network, { code }), next: says(texts.networkNext) };
    default:
      return { message: says(texts.broken, { code }), next: says(texts.again) };
  }
}

function signInAgain(command: string | undefined): Said {
  return command ? says(texts.expiredCommand, { command }) : says(texts.expiredNext);
}

/** The statement that mends it, on one line, to be pasted into a policy. */
function policyLine({ action, resource }: Trouble): string {
  return JSON.stringify({ Effect: 'Allow', Action: action ?? '*', Resource: resource ?? '*' });
}
