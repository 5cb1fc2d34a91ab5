import type { Identity } from './identity.ts';
import type { Principal } from './principal.ts';

/** Where nobody but administrators exists: for tests of the core, and for a page that needs no IAM. */
export const administratorsOnly: Identity = {
  credentials: (accessKeyId, _shared, administratorSecret) =>
    /^\d{12}$/.test(accessKeyId)
      ? { secretAccessKey: administratorSecret, principal: rootOf(accessKeyId) }
      : undefined,
  decide: (_need, { caller }) =>
    caller.kind === 'administrator'
      ? { allowed: true }
      : { allowed: false, kind: 'implicit', by: 'identity' },
};

function rootOf(account: string): Principal {
  return { kind: 'administrator', account, arn: `arn:aws:iam::${account}:root`, userId: account };
}
