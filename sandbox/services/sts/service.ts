import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-sts')>({
  name: 'sts',
  client: () => import('@aws-sdk/client-sts'),
  operations: {},
});
