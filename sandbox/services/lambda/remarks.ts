import type { Remarks } from '#sandbox/core/remarks.ts';

const settings =
  'architecture, size of `/tmp` and tracing are stored only; VPCs, file systems, images, KMS keys and code signing are refused by name';

export const remarks: Remarks = {
  CreateFunction: { note: settings },
  UpdateFunctionConfiguration: { note: settings },
  Invoke: {
    note: 'runs python3.12–3.14, nodejs22.x, nodejs24.x; other runtimes are stored and say so when invoked',
  },
  ListEventSourceMappings: { note: 'always empty: none can be made' },
  ListFunctionUrlConfigs: { note: 'always empty: none can be made' },
};
