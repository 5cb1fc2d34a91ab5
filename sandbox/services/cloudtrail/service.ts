import { defineService } from '#sandbox/core/service.ts';
import { lookupEvents } from './lookup-events.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudtrail')>({
  name: 'cloudtrail',
  client: () => import('@aws-sdk/client-cloudtrail'),
  operations: { LookupEvents: lookupEvents },
  needs: { LookupEvents: () => ({ action: 'cloudtrail:LookupEvents', resource: '*' }) },
});
