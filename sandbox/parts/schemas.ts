import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ServiceName } from '#sandbox/core/service.ts';

/**
 * The schemas of an SDK client without the client: a third of the memory and of the time. A client that this process
 * has loaded already is not read twice, hence `undefined`; likewise where an SDK lays its files out otherwise.
 */
export async function clientSchemas(name: ServiceName): Promise<object | undefined> {
  const { cache, resolve } = createRequire(import.meta.url);
  if (cache[resolve(packages[name])]?.loaded) return undefined;
  const hooks = registerHooks({ resolve: resolveAsBundlersDo });
  try {
    const path = resolve(`${packages[name]}/dist-es/schemas/schemas_0.js`);
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as object;
  } catch {
    return undefined;
  } finally {
    hooks.deregister();
  }
}

/** The clients' ES modules are written for bundlers: without file endings, and without a word that they are modules. */
const resolveAsBundlersDo: Parameters<typeof registerHooks>[0]['resolve'] = (specifier, context, next) => {
  const inClient = BUNDLED.test(context.parentURL ?? '');
  const found = next(inClient && BARE.test(specifier) ? `${specifier}.js` : specifier, context);
  return BUNDLED.test(found.url) ? { ...found, format: 'module' } : found;
};

const BUNDLED = /\/@aws-sdk\/client-[^/]+\/dist-es\//;
const BARE = /^\.{1,2}\/.*(?<!\.js)$/;

const packages: Record<ServiceName, string> = {
  sts: '@aws-sdk/client-sts',
  iam: '@aws-sdk/client-iam',
  lambda: '@aws-sdk/client-lambda',
  logs: '@aws-sdk/client-cloudwatch-logs',
  translate: '@aws-sdk/client-translate',
  apigateway: '@aws-sdk/client-api-gateway',
  dynamodb: '@aws-sdk/client-dynamodb',
  'application-autoscaling': '@aws-sdk/client-application-auto-scaling',
  monitoring: '@aws-sdk/client-cloudwatch',
  cloudtrail: '@aws-sdk/client-cloudtrail',
  sqs: '@aws-sdk/client-sqs',
  budgets: '@aws-sdk/client-budgets',
};
