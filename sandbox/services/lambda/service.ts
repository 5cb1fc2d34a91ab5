import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-lambda')>({
  name: 'lambda',
  client: () => import('@aws-sdk/client-lambda'),
  operations: {},
});
