import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-translate')>({
  name: 'translate',
  client: () => import('@aws-sdk/client-translate'),
  operations: {},
});
