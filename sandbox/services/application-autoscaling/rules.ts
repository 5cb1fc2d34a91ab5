import type { Constraint } from '#sandbox/core/constraints.ts';

/** From botocore 1.43's model of Application Auto Scaling (2016-02-06). */
const namespaces = [
  'ecs',
  'elasticmapreduce',
  'ec2',
  'appstream',
  'dynamodb',
  'rds',
  'sagemaker',
  'custom-resource',
  'comprehend',
  'lambda',
  'cassandra',
  'kafka',
  'elasticache',
  'neptune',
  'workspaces',
];

export const serviceNamespace: Constraint = { required: true, oneOf: namespaces };
export const resourceId: Constraint = { required: true, minLength: 1, maxLength: 1600 };
export const scalableDimension: Constraint = { required: true };
export const maxResults: Constraint = { min: 1, max: 50 };
export const resourceIds: Constraint = { maxLength: 50 };

export const target = { serviceNamespace, resourceId, scalableDimension };
