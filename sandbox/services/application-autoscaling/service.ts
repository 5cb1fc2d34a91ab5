import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-application-auto-scaling')>({
  name: 'application-autoscaling',
  client: () => import('@aws-sdk/client-application-auto-scaling'),
  operations: {},
});
