import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-sqs')>({
  name: 'sqs',
  client: () => import('@aws-sdk/client-sqs'),
  operations: {},
});
