import { NormalizedSchema } from '@smithy/core/schema';
import { type Route, type Router, router } from './router.ts';

/** What an SDK client's schemas say: every operation and every error of one service. */
export interface Catalog {
  operation(name: string): OperationShape | undefined;
  operations(): Iterable<OperationShape>;
  /** By the exception's name, or by the code of the query protocol. */
  error(code: string): ErrorShape | undefined;
  errors(): Iterable<ErrorShape>;
  router: Router;
}

export interface OperationShape {
  name: string;
  input: NormalizedSchema;
  output: NormalizedSchema;
  http: Route | undefined;
  /** Speaks in event streams, which the sandbox does not. */
  streaming: boolean;
}

export interface ErrorShape {
  name: string;
  schema: NormalizedSchema;
  status: number;
  fault: 'client' | 'server';
  queryCode: string;
}

const OPERATION = 9;
const ERROR = -3;

type StaticSchema = readonly [kind: number, namespace: string, name: string, traits: unknown, ...unknown[]];

export function catalogOf(client: object): Catalog {
  const operations = new Map<string, OperationShape>();
  const errors = new Map<string, ErrorShape>();
  for (const [exported, value] of Object.entries(client)) {
    if (!exported.endsWith('$') || !Array.isArray(value)) continue;
    const schema = value as unknown as StaticSchema;
    if (schema[0] === OPERATION) operations.set(schema[2], operationShape(schema));
    if (schema[0] !== ERROR) continue;
    const shape = errorShape(schema);
    errors.set(shape.name, shape);
    if (!errors.has(shape.queryCode)) errors.set(shape.queryCode, shape);
  }
  let routes: Router | undefined;
  return {
    operation: (name) => operations.get(name),
    operations: () => operations.values(),
    error: (code) => errors.get(code),
    errors: () => new Set(errors.values()),
    get router() {
      routes ??= router([...operations.values()].flatMap(({ http }) => http ?? []));
      return routes;
    },
  };
}

function operationShape([, , name, traits, inputRef, outputRef]: StaticSchema): OperationShape {
  const input = NormalizedSchema.of(inputRef as Parameters<typeof NormalizedSchema.of>[0]);
  const output = NormalizedSchema.of(outputRef as Parameters<typeof NormalizedSchema.of>[0]);
  const http = (traits as { http?: [string, string, number] } | null)?.http;
  return {
    name,
    input,
    output,
    http: http && { operation: name, method: http[0], uri: http[1], status: http[2] },
    streaming: [input, output].some((one) => one.isStructSchema() && one.getEventStreamMember() !== ''),
  };
}

interface ErrorTraits {
  error?: 'client' | 'server';
  httpError?: number;
  awsQueryError?: [code: string, status: number];
}

function errorShape(value: StaticSchema): ErrorShape {
  const traits = value[3] as ErrorTraits;
  const fault = traits.error ?? 'client';
  return {
    name: value[2],
    schema: NormalizedSchema.of(value as unknown as Parameters<typeof NormalizedSchema.of>[0]),
    status: traits.httpError ?? traits.awsQueryError?.[1] ?? (fault === 'server' ? 500 : 400),
    fault,
    queryCode: traits.awsQueryError?.[0] ?? value[2],
  };
}
