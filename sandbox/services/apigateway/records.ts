import type {
  GatewayResponse,
  Method,
  Model,
  RequestValidator,
  RestApi,
  Stage,
  UsagePlan,
} from '@aws-sdk/client-api-gateway';

/** What is kept of a REST API apart from its definition. Dates are milliseconds. */
export interface ApiRecord extends Omit<RestApi, 'createdDate' | 'id' | 'rootResourceId' | 'warnings'> {
  id: string;
  rootResourceId: string;
  createdDate: number;
  tags: Record<string, string>;
}

/** What is edited as a draft and copied whole by a deployment. */
export interface Definition {
  resources: Record<string, ResourceRecord>;
  models: Record<string, Model>;
  validators: Record<string, RequestValidator>;
  gatewayResponses: Record<string, GatewayResponse>;
}

export interface ResourceRecord {
  id: string;
  parentId?: string | undefined;
  pathPart?: string | undefined;
  path: string;
  methods: Record<string, Method>;
}

export interface DeploymentRecord {
  id: string;
  description?: string | undefined;
  createdDate: number;
}

/** A deployment's content: what is called is this, never the draft. */
export interface Snapshot {
  api: ApiRecord;
  definition: Definition;
}

export interface StageRecord
  extends Omit<Stage, 'createdDate' | 'lastUpdatedDate' | 'stageName' | 'deploymentId'> {
  stageName: string;
  deploymentId: string;
  createdDate: number;
  lastUpdatedDate: number;
}

export interface ApiKeyRecord {
  id: string;
  value: string;
  name?: string | undefined;
  customerId?: string | undefined;
  description?: string | undefined;
  enabled: boolean;
  createdDate: number;
  lastUpdatedDate: number;
  stageKeys: string[];
  tags: Record<string, string>;
}

export interface UsagePlanRecord extends Omit<UsagePlan, 'id'> {
  id: string;
}

export interface AccountRecord {
  cloudwatchRoleArn?: string | undefined;
}

/** Where an API lives, for callers who know nothing but its address. */
export interface ApiPlace {
  account: string;
  region: string;
}
