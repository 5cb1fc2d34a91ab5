import type { ServiceName } from '#sandbox/core/service.ts';

/** Operations that change nothing. CloudTrail counts AssumeRole and TranslateText among them. */
const readOnly =
  /^(Get|List|Describe|Lookup|Filter|Query|Scan|BatchGet|TransactGet|Simulate|TestInvoke|Translate|AssumeRole|Decode)/;

/** What works on data and not on resources is no management event; event history does not have it. */
const data: Partial<Record<ServiceName, RegExp>> = {
  lambda: /^Invoke/,
  dynamodb: /^(Put|Update|Delete)Item$|^BatchWriteItem$|^TransactWriteItems$|^(Batch)?Execute/,
  logs: /^PutLogEvents$/,
  sqs: /^(Send|Receive|Delete|ChangeMessageVisibility)(Message)?(Batch|Visibility)?/,
  monitoring: /^PutMetricData$/,
};

const queueOperations = /^(DeleteQueue)$/;

export function isManagementWrite(service: ServiceName, operation: string): boolean {
  if (readOnly.test(operation)) return false;
  return queueOperations.test(operation) || !data[service]?.test(operation);
}

/** Lambda's events carry the version of its API, a few of them the second edition of the operation. */
const secondEditions = [
  'UpdateFunctionCode',
  'UpdateFunctionConfiguration',
  'AddPermission',
  'RemovePermission',
];
const lambdaVersions: ReadonlyArray<readonly [RegExp, string]> = [
  [/Concurrency$/, '20171031'],
  [/Layer/, '20181031'],
  [/EventInvokeConfig$/, '20190925'],
  [/FunctionUrlConfig$/, '20211031'],
  [/^(Tag|Untag)Resource$/, '20170331v2'],
];

export function eventName(service: ServiceName, operation: string): string {
  if (service !== 'lambda') return operation;
  const version = lambdaVersions.find(([names]) => names.test(operation))?.[1] ?? '20150331';
  return operation + version + (secondEditions.includes(operation) ? 'v2' : '');
}

export function eventSource(service: ServiceName): string {
  return `${service === 'application-autoscaling' ? 'autoscaling' : service}.amazonaws.com`;
}

/** The member of an input that names what it is about. */
const resourceMembers: ReadonlyArray<readonly [ServiceName, string, string]> = [
  ['lambda', 'FunctionName', 'AWS::Lambda::Function'],
  ['lambda', 'LayerName', 'AWS::Lambda::LayerVersion'],
  ['iam', 'RoleName', 'AWS::IAM::Role'],
  ['iam', 'UserName', 'AWS::IAM::User'],
  ['iam', 'PolicyName', 'AWS::IAM::Policy'],
  ['iam', 'PolicyArn', 'AWS::IAM::Policy'],
  ['dynamodb', 'TableName', 'AWS::DynamoDB::Table'],
  ['logs', 'logGroupName', 'AWS::Logs::LogGroup'],
  ['logs', 'logStreamName', 'AWS::Logs::LogStream'],
  ['apigateway', 'restApiId', 'AWS::ApiGateway::RestApi'],
  ['apigateway', 'stageName', 'AWS::ApiGateway::Stage'],
  ['sqs', 'QueueName', 'AWS::SQS::Queue'],
  ['sqs', 'QueueUrl', 'AWS::SQS::Queue'],
  ['budgets', 'BudgetName', 'AWS::Budgets::Budget'],
  ['application-autoscaling', 'ResourceId', 'AWS::ApplicationAutoScaling::ScalableTarget'],
];

export function resourcesOf(service: ServiceName, input: unknown): Array<{ type: string; name: string }> {
  if (typeof input !== 'object' || input === null) return [];
  const members = new Map(Object.entries(input));
  return resourceMembers
    .filter(([of, member]) => of === service && typeof members.get(member) === 'string')
    .map(([, member, type]) => ({ type, name: String(members.get(member)) }));
}

/** Global services are recorded in one region. */
export function trailRegion(service: ServiceName, region: string): string {
  return service === 'iam' || service === 'budgets' ? 'us-east-1' : region;
}
