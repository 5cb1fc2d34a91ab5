/**
 * A policy that AWS wrote, with the version it had when it was read. Source: the AWS Managed Policy Reference Guide,
 * as it stood in May 2026; not compared since.
 */
export interface AwsManagedPolicy {
  name: string;
  path: string;
  version: string;
  created: string;
  updated: string;
  document: object;
}
