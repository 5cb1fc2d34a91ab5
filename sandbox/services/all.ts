import type { Service, ServiceName } from '#sandbox/core/service.ts';

/** Every service, imported when it is first called. */
export const services: Record<ServiceName, () => Promise<Service>> = {
  sts: async () => (await import('./sts/service.ts')).service,
  iam: async () => (await import('./iam/service.ts')).service,
  lambda: async () => (await import('./lambda/service.ts')).service,
  logs: async () => (await import('./logs/service.ts')).service,
  translate: async () => (await import('./translate/service.ts')).service,
  apigateway: async () => (await import('./apigateway/service.ts')).service,
  dynamodb: async () => (await import('./dynamodb/service.ts')).service,
  'application-autoscaling': async () => (await import('./application-autoscaling/service.ts')).service,
  monitoring: async () => (await import('./cloudwatch/service.ts')).service,
  cloudtrail: async () => (await import('./cloudtrail/service.ts')).service,
  sqs: async () => (await import('./sqs/service.ts')).service,
  budgets: async () => (await import('./budgets/service.ts')).service,
};

/** The shared tables of work accepted and not yet done, by the service that takes it up when it is loaded. */
export const unfinished: Partial<Record<ServiceName, string>> = { lambda: 'lambda-events' };
