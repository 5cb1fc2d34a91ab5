import type { Remarks } from '#sandbox/core/remarks.ts';

const stage = 'X-Ray tracing, the cache and the client certificate are stored only';

export const remarks: Remarks = {
  PutMethod: {
    note: 'no authorizers; a method with `AWS_IAM` is kept, and calls of it are refused with the reason in the log',
  },
  PutIntegration: {
    note: '`HTTP` and `HTTP_PROXY` call out only after `handson sandbox --outbound`, and never to our own ports',
  },
  CreateStage: { note: stage },
  UpdateStage: { note: stage },
  GetExport: { note: 'what is deployed, as oas30 or swagger' },
};
