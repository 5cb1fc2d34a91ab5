import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-dynamodb')>({
  name: 'dynamodb',
  client: () => import('@aws-sdk/client-dynamodb'),
  operations: {},
});
