/** Something a lab leaves in an account, by the exact name that the lab declares. */
export type Resource =
  | { type: 'function'; name: string }
  /** The role that the function runs as, with the policies made for it; its name is read from the function. */
  | { type: 'execution-role'; fn: string }
  | { type: 'log-group'; name: string }
  /** With its stages, deployments, usage plans and keys; found by name, held by id. */
  | { type: 'rest-api'; name: string }
  /** What API Gateway writes for the stages of that API. */
  | { type: 'api-log-group'; api: string; stage: string }
  | { type: 'table'; name: string };

export const lambdaFunction = (name: string): Resource => ({ type: 'function', name });
export const executionRoleOf = (fn: string): Resource => ({ type: 'execution-role', fn });
export const logGroup = (name: string): Resource => ({ type: 'log-group', name });
export const restApi = (name: string): Resource => ({ type: 'rest-api', name });
export const apiLogGroup = (api: string, stage: string): Resource => ({ type: 'api-log-group', api, stage });
export const table = (name: string): Resource => ({ type: 'table', name });
