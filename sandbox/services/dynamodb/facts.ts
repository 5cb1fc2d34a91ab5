import type { Constraint, Constraints } from '#sandbox/core/constraints.ts';

/** Limits and enums from botocore 1.43.11, dynamodb 2012-08-10; enums in the order AWS prints them. */
export const RETURN_CONSUMED_CAPACITY: Constraint = { oneOf: ['INDEXES', 'TOTAL', 'NONE'] };
export const SELECT: Constraint = {
  oneOf: ['SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES'],
};
const RETURN_VALUES: Constraint = { oneOf: ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'] };
const CONDITIONAL_OPERATOR: Constraint = { oneOf: ['OR', 'AND'] };

export const WRITE: Constraints = {
  returnConsumedCapacity: RETURN_CONSUMED_CAPACITY,
  returnItemCollectionMetrics: { oneOf: ['SIZE', 'NONE'] },
  returnValues: RETURN_VALUES,
  conditionalOperator: CONDITIONAL_OPERATOR,
  returnValuesOnConditionCheckFailure: { oneOf: ['ALL_OLD', 'NONE'] },
};

export const READ: Constraints = {
  returnConsumedCapacity: RETURN_CONSUMED_CAPACITY,
  select: SELECT,
  conditionalOperator: CONDITIONAL_OPERATOR,
};

const throughput = (at: string): Constraints => ({
  [`${at}.readCapacityUnits`]: { required: true, min: 1 },
  [`${at}.writeCapacityUnits`]: { required: true, min: 1 },
});

const index = (at: string): Constraints => ({
  [`${at}.indexName`]: { required: true, minLength: 3, maxLength: 255, pattern: /^[a-zA-Z0-9_.-]+$/ },
  [`${at}.keySchema`]: { required: true, minLength: 1 },
  [`${at}.keySchema.member.keyType`]: { required: true, oneOf: ['HASH', 'RANGE'] },
  [`${at}.projection.projectionType`]: { oneOf: ['ALL', 'INCLUDE', 'KEYS_ONLY'] },
  [`${at}.projection.nonKeyAttributes`]: { minLength: 1, maxLength: 20 },
});

const TABLE: Constraints = {
  'attributeDefinitions.member.attributeName': { required: true, minLength: 1, maxLength: 255 },
  'attributeDefinitions.member.attributeType': { required: true, oneOf: ['B', 'N', 'S'] },
  billingMode: { oneOf: ['PROVISIONED', 'PAY_PER_REQUEST'] },
  ...throughput('provisionedThroughput'),
  'streamSpecification.streamViewType': {
    oneOf: ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'],
  },
  'sSESpecification.sSEType': { oneOf: ['AES256', 'KMS'] },
  tableClass: { oneOf: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] },
};

export const CREATE_TABLE: Constraints = {
  attributeDefinitions: { required: true },
  keySchema: { required: true, minLength: 1 },
  'keySchema.member.attributeName': { required: true, minLength: 1, maxLength: 255 },
  'keySchema.member.keyType': { required: true, oneOf: ['HASH', 'RANGE'] },
  ...TABLE,
  ...index('localSecondaryIndexes.member'),
  ...index('globalSecondaryIndexes.member'),
  ...throughput('globalSecondaryIndexes.member.provisionedThroughput'),
  ...tags('tags'),
};

export const UPDATE_TABLE: Constraints = {
  ...TABLE,
  ...index('globalSecondaryIndexUpdates.member.create'),
  ...throughput('globalSecondaryIndexUpdates.member.create.provisionedThroughput'),
  ...throughput('globalSecondaryIndexUpdates.member.update.provisionedThroughput'),
  'globalSecondaryIndexUpdates.member.update.indexName': { required: true },
  'globalSecondaryIndexUpdates.member.delete.indexName': { required: true },
};

export function tags(at: string): Constraints {
  return {
    [`${at}.member.key`]: { required: true, minLength: 1, maxLength: 128 },
    [`${at}.member.value`]: { required: true, maxLength: 256 },
  };
}

export const MAX_LOCAL_INDEXES = 5;
export const MAX_GLOBAL_INDEXES = 20;
export const MAX_PAGE_BYTES = 1024 * 1024;
export const MAX_HASH_KEY_BYTES = 2048;
export const MAX_RANGE_KEY_BYTES = 1024;
export const DAY_MS = 24 * 60 * 60_000;
