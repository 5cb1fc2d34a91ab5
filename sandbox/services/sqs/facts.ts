/**
 * What a queue's attributes may be. Sources: Amazon SQS API Reference, CreateQueue and SetQueueAttributes (read
 * 2026-11; messages of 1 MiB since 2025-08), botocore 1.43 `sqs/2012-11-05` for the names.
 */
interface NumberAttribute {
  default: number;
  min: number;
  max: number;
}

export const NUMBER_ATTRIBUTES: Readonly<Record<string, NumberAttribute>> = {
  VisibilityTimeout: { default: 30, min: 0, max: 43_200 },
  MaximumMessageSize: { default: 1_048_576, min: 1024, max: 1_048_576 },
  MessageRetentionPeriod: { default: 345_600, min: 60, max: 1_209_600 },
  DelaySeconds: { default: 0, min: 0, max: 900 },
  ReceiveMessageWaitTimeSeconds: { default: 0, min: 0, max: 20 },
};

export const TEXT_ATTRIBUTES: readonly string[] = [
  'Policy',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'SqsManagedSseEnabled',
];

/** Attributes of FIFO queues and of encryption with a key of one's own: known to AWS, not kept here. */
export const ABSENT_ATTRIBUTES: readonly string[] = [
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
];

export const PURGE_PAUSE_MS = 60_000;
export const MOST_MESSAGES = 10;
