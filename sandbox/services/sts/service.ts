import { defineService } from '#sandbox/core/service.ts';
import { assumeRole, assumeRoleNeeds } from './assume-role.ts';
import { getAccessKeyInfo, getCallerIdentity, getSessionToken } from './callers.ts';

export const service = defineService<typeof import('@aws-sdk/client-sts')>({
  name: 'sts',
  client: () => import('@aws-sdk/client-sts'),
  lacks: { AssumeRole: ['MinimumSessionTokenSize'], GetSessionToken: ['MinimumSessionTokenSize'] },
  global: true,
  operations: {
    AssumeRole: assumeRole,
    GetAccessKeyInfo: getAccessKeyInfo,
    GetCallerIdentity: getCallerIdentity,
    GetSessionToken: getSessionToken,
  },
  needs: {
    AssumeRole: assumeRoleNeeds,
    GetAccessKeyInfo: () => ({ action: 'sts:GetAccessKeyInfo', resource: '*' }),
    GetCallerIdentity: () => [],
    GetSessionToken: () => [],
  },
});
