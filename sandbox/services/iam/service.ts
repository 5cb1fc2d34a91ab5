import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-iam')>({
  name: 'iam',
  client: () => import('@aws-sdk/client-iam'),
  global: true,
  operations: {},
});
