import { defineService } from '#sandbox/core/service.ts';

export const service = defineService<typeof import('@aws-sdk/client-budgets')>({
  name: 'budgets',
  client: () => import('@aws-sdk/client-budgets'),
  global: true,
  operations: {},
});
