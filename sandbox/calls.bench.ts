import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Bench, median, ms, type Row, ratio, timeProcesses } from '#scripts/bench-kit.ts';

const credentials = { accessKeyId: '111122223333', secretAccessKey: 'secret-of-the-benchmark' };
const MOTO = 'moto_server';
const MOTO_PORT = 45_995;

/** What a signed call costs, beside moto's server where that is on the machine. */
export const bench: Bench = {
  name: 'Sandbox: signed calls over HTTP, state on disk',
  async run() {
    const { bare = [] } = timeProcesses({ bare: { program: process.execPath, args: ['-e', '0'] } }, 5);
    const starts: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const began = performance.now();
      const { child, endpoint } = await start();
      await send(await signed(endpoint, 'sts'));
      if (round > 0) starts.push(performance.now() - began - median(bare));
      await stop(child);
    }

    const { before, after } = await memories();
    const { child, endpoint } = await start();
    const ours = await rate(await signed(endpoint, 'sts'), 8000);
    const lists = await rate(await signed(endpoint, 'dynamodb'), 8000);
    const loaded = await memory(child);
    await stop(child);

    return [
      { what: 'start to first answer, over node -e 0', value: ms(starts), goal: 'at most 150 ms' },
      { what: 'memory before the first call', value: `${before} MB`, goal: 'at most 90 MB' },
      { what: 'memory after calling every service', value: `${after} MB`, goal: 'at most 130 MB' },
      { what: 'memory after 96,000 calls', value: `${loaded} MB` },
      { what: 'GetCallerIdentity a second', value: perSecond(ours), goal: 'at least 4000' },
      { what: 'ListTables a second', value: perSecond(lists), goal: 'at least 4000' },
      ...(await besideMoto(ours)),
    ];
  },
};

async function memories(): Promise<{ before: number; after: number }> {
  const { child, endpoint } = await start();
  const before = await memory(child);
  for (const service of SERVICES) await send(await signed(endpoint, service));
  const after = await memory(child);
  await stop(child);
  return { before, after };
}

async function besideMoto(ours: number[]): Promise<Row[]> {
  if (spawnSync(MOTO, ['--help'], { stdio: 'ignore' }).status !== 0) {
    return [{ what: "beside moto's server", value: 'skipped: moto_server is not on this machine' }];
  }
  const moto = spawn(MOTO, ['-H', '127.0.0.1', '-p', String(MOTO_PORT)], { stdio: 'ignore' });
  try {
    const call = await signed(`http://127.0.0.1:${MOTO_PORT}`, 'sts');
    for (let tries = 0; tries < 100; tries += 1) {
      if (
        await send(call).then(
          () => true,
          () => false,
        )
      )
        break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const theirs = await rate(call, 500);
    return [
      { what: 'GetCallerIdentity a second, moto', value: perSecond(theirs) },
      { what: 'ratio', value: ratio(ours, theirs), goal: 'at least 10 ×' },
    ];
  } finally {
    moto.kill();
    await once(moto, 'exit');
  }
}

async function start(): Promise<{ child: ChildProcess; endpoint: string }> {
  const child = fork(fileURLToPath(new URL('./testing/bench-server.ts', import.meta.url)), {
    env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/compile' },
  });
  const [{ endpoint }] = (await once(child, 'message')) as [{ endpoint: string }];
  return { child, endpoint };
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}

async function memory(child: ChildProcess): Promise<number> {
  child.send('memory');
  const [{ rss }] = (await once(child, 'message')) as [{ rss: number }];
  return Math.round(rss / 1_000_000);
}

type Signed = { method: string; path: string; headers: Record<string, string>; body?: string; port: number };

/** One simple read per service, signed by its SDK client and caught before it is sent. */
const READS: Record<string, (configuration: object) => Promise<unknown>> = {
  sts: async (c) => new (await import('@aws-sdk/client-sts')).STS(c).getCallerIdentity({}),
  dynamodb: async (c) => new (await import('@aws-sdk/client-dynamodb')).DynamoDB(c).listTables({}),
  lambda: async (c) => new (await import('@aws-sdk/client-lambda')).Lambda(c).listFunctions({}),
  iam: async (c) => new (await import('@aws-sdk/client-iam')).IAM(c).listRoles({}),
  logs: async (c) =>
    new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs(c).describeLogGroups({}),
  apigateway: async (c) => new (await import('@aws-sdk/client-api-gateway')).APIGateway(c).getRestApis({}),
  translate: async (c) => new (await import('@aws-sdk/client-translate')).Translate(c).listLanguages({}),
  monitoring: async (c) => new (await import('@aws-sdk/client-cloudwatch')).CloudWatch(c).listMetrics({}),
  cloudtrail: async (c) => new (await import('@aws-sdk/client-cloudtrail')).CloudTrail(c).lookupEvents({}),
  sqs: async (c) => new (await import('@aws-sdk/client-sqs')).SQS(c).listQueues({}),
  budgets: async (c) =>
    new (await import('@aws-sdk/client-budgets')).Budgets(c).describeBudgets({
      AccountId: credentials.accessKeyId,
    }),
  'application-autoscaling': async (c) =>
    new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(
      c,
    ).describeScalableTargets({ ServiceNamespace: 'dynamodb' }),
};
const SERVICES = Object.keys(READS);

async function signed(endpoint: string, service: string): Promise<Signed> {
  const caught: Signed[] = [];
  const requestHandler = {
    handle(sent: Signed) {
      caught.push(sent);
      throw new Error('caught');
    },
  };
  const region = 'ap-northeast-1';
  await READS[service]?.({ endpoint, region, credentials, maxAttempts: 1, requestHandler }).catch(() => {});
  const [request] = caught;
  if (!request) throw new Error(`nothing was sent to ${service}`);
  return request;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

function send({ method, path, headers, body, port }: Signed): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume();
      const fine = answer.statusCode === 200;
      answer.on('end', () => (fine ? resolve() : reject(new Error(`status ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Calls a second in each of five rounds, sixteen at a time; the first round warms up. */
async function rate(call: Signed, calls: number): Promise<number[]> {
  const rates: number[] = [];
  for (let round = -1; round < 5; round += 1) {
    const began = performance.now();
    let left = calls;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        await send(call);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    if (round >= 0) rates.push((calls / (performance.now() - began)) * 1000);
  }
  return rates;
}

function perSecond(rates: number[]): string {
  return `${Math.round(median(rates))} (${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))})`;
}
