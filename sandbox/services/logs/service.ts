import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudwatch-logs')>({
  name: 'logs',
  client: () => import('@aws-sdk/client-cloudwatch-logs'),
  operations: {},
});
