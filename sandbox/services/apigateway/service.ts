import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-api-gateway')>({
  name: 'apigateway',
  client: () => import('@aws-sdk/client-api-gateway'),
  operations: {},
});
