import type { Remarks } from '#sandbox/core/remarks.ts';
import type { ServiceName } from '#sandbox/core/service.ts';
import { catalogOf } from '#sandbox/core/wire/catalog.ts';
import { services } from '#sandbox/services/all.ts';
import { remarks as apigateway } from '#sandbox/services/apigateway/remarks.ts';
import { remarks as autoscaling } from '#sandbox/services/application-autoscaling/remarks.ts';
import { remarks as budgets } from '#sandbox/services/budgets/remarks.ts';
import { remarks as cloudtrail } from '#sandbox/services/cloudtrail/remarks.ts';
import { remarks as monitoring } from '#sandbox/services/cloudwatch/remarks.ts';
import { remarks as dynamodb } from '#sandbox/services/dynamodb/remarks.ts';
import { remarks as lambda } from '#sandbox/services/lambda/remarks.ts';
import { remarks as translate } from '#sandbox/services/translate/remarks.ts';
import { callOf, foreignCalls } from './fidelity-clients.ts';
import { recordedCases } from './fidelity-recorded.ts';

export interface ServiceFidelity {
  service: ServiceName;
  title: string;
  there: OperationFidelity[];
  notThere: string[];
  /** Recorded cases about calls of what was deployed, and not about an operation. */
  beyondOperations: string[];
}

export interface OperationFidelity {
  name: string;
  state: 'works as recorded' | 'works' | 'stored only';
  /** Clients of others that a conformance test calls it with. */
  calledBy: string[];
  note: string;
}

export const remarksOf: Partial<Record<ServiceName, Remarks>> = {
  lambda,
  apigateway,
  dynamodb,
  budgets,
  translate,
  cloudtrail,
  monitoring,
  'application-autoscaling': autoscaling,
};

const titles: Record<ServiceName, string> = {
  sts: 'STS',
  iam: 'IAM',
  lambda: 'Lambda',
  logs: 'CloudWatch Logs',
  translate: 'Translate',
  apigateway: 'API Gateway (REST)',
  dynamodb: 'DynamoDB',
  sqs: 'SQS',
  monitoring: 'CloudWatch',
  cloudtrail: 'CloudTrail',
  'application-autoscaling': 'Application Auto Scaling',
  budgets: 'Budgets',
};

/** The services whose signing name is not what a command line or boto3 calls them. */
const clientNames: Partial<Record<ServiceName, string>> = { monitoring: 'cloudwatch' };

/** Every operation of every client, and how far the sandbox goes with it. */
export async function fidelity(): Promise<ServiceFidelity[]> {
  const calls = foreignCalls();
  const names = Object.keys(titles) as ServiceName[];
  return Promise.all(
    names.map(async (name) => {
      const service = await services[name]();
      const catalog = catalogOf((await service.client()) as object);
      const all = [...catalog.operations()].map((operation) => operation.name).sort();
      const has = new Set(Object.keys(service.operations));
      const cases = Object.entries(recordedCases).filter(([, one]) => one.service === name);
      const recorded = new Set(cases.flatMap(([, one]) => one.operations));
      const remarks = remarksOf[name] ?? {};
      const calledBy = (operation: string) =>
        (['aws', 'boto3'] as const).filter((client) =>
          calls[client].has(callOf(clientNames[name] ?? name, operation)),
        );
      return {
        service: name,
        title: titles[name],
        there: all
          .filter((operation) => has.has(operation))
          .map((operation) => ({
            name: operation,
            state: stateOf(recorded.has(operation), remarks[operation]?.stored),
            calledBy: calledBy(operation),
            note: remarks[operation]?.note ?? '',
          })),
        notThere: all.filter((operation) => !has.has(operation)),
        beyondOperations: cases.filter(([, one]) => one.operations.length === 0).map(([id]) => id),
      };
    }),
  );
}

function stateOf(isRecorded: boolean, isStored: true | undefined): OperationFidelity['state'] {
  if (isStored) return 'stored only';
  return isRecorded ? 'works as recorded' : 'works';
}
