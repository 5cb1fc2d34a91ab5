import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudwatch')>({
  name: 'monitoring',
  client: () => import('@aws-sdk/client-cloudwatch'),
  prefix: 'cloudwatch',
  operations: {},
});
