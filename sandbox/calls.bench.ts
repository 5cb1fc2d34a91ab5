import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BenchServer,
  perSecond,
  type Signed,
  send,
  sendMany,
  signed,
  start,
  stop,
  usage,
} from '#sandbox/testing/bench-client.ts';
import { type Bench, median, ms, type Row, ratio, timeProcesses } from '#scripts/bench-kit.ts';

const MOTO_PORT = 45_995;

/** What a signed call costs, beside moto's server where that is on the machine. */
export const bench: Bench = {
  name: 'Sandbox: signed calls over HTTP, state on disk',
  async run() {
    const starts = await startTimes();
    const { before, after } = await memories();
    const server = await start();
    const ours = await rates(await simpleCall(server.endpoint, 'sts'), 8000, server);
    const lists = await rates(await simpleCall(server.endpoint, 'dynamodb'), 8000, server);
    const { megabytes } = await usage(server);
    await stop(server);

    return [
      { what: 'start to first answer, over node -e 0', value: ms(starts), goal: 'at most 150 ms' },
      { what: 'memory before the first call', value: `${before} MB`, goal: 'at most 90 MB' },
      { what: 'memory after calling every service', value: `${after} MB`, goal: 'at most 130 MB' },
      { what: 'memory after 96,000 calls', value: `${megabytes} MB` },
      { what: 'GetCallerIdentity a second', value: perSecond(ours.wall), goal: 'at least 4000' },
      { what: '… of the sandbox’s processor time', value: perSecond(ours.cpu) },
      { what: 'ListTables a second', value: perSecond(lists.wall), goal: 'at least 4000' },
      { what: '… of the sandbox’s processor time', value: perSecond(lists.cpu) },
      ...(await besideMoto(ours.wall)),
    ];
  },
};

async function startTimes(): Promise<number[]> {
  const { bare = [] } = timeProcesses({ bare: { program: process.execPath, args: ['-e', '0'] } }, 5);
  const found: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const began = performance.now();
    const server = await start();
    await send(await simpleCall(server.endpoint, 'sts'));
    // The first round fills the caches.
    if (round > 0) found.push(performance.now() - began - median(bare));
    await stop(server);
  }
  return found;
}

async function memories(): Promise<{ before: number; after: number }> {
  const server = await start();
  const before = (await usage(server)).megabytes;
  for (const service of Object.keys(READS)) await send(await simpleCall(server.endpoint, service));
  const after = (await usage(server)).megabytes;
  await stop(server);
  return { before, after };
}

async function besideMoto(ours: number[]): Promise<Row[]> {
  if (spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status !== 0) {
    return [{ what: "beside moto's server", value: 'skipped: moto_server is not on this machine' }];
  }
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(MOTO_PORT)], { stdio: 'ignore' });
  try {
    const call = await simpleCall(`http://127.0.0.1:${MOTO_PORT}`, 'sts');
    for (let tries = 0; tries < 100 && !(await answers(call)); tries += 1) await sleep(100);
    const theirs = (await rates(call, 500)).wall;
    return [
      { what: 'GetCallerIdentity a second, moto', value: perSecond(theirs) },
      { what: 'ratio', value: ratio(ours, theirs), goal: 'at least 10 ×' },
    ];
  } finally {
    moto.kill();
    await once(moto, 'exit');
  }
}

function answers(call: Signed): Promise<boolean> {
  return send(call).then(
    () => true,
    () => false,
  );
}

/** One simple read per service. */
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
    new (await import('@aws-sdk/client-budgets')).Budgets(c).describeBudgets({ AccountId: '111122223333' }),
  'application-autoscaling': async (c) =>
    new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(
      c,
    ).describeScalableTargets({ ServiceNamespace: 'dynamodb' }),
};

function simpleCall(endpoint: string, service: string): Promise<Signed> {
  return signed(endpoint, (configuration) => READS[service]?.(configuration) ?? Promise.resolve());
}

/** Calls a second in each of five rounds, sixteen at a time; the first round warms up. */
async function rates(call: Signed, calls: number, server?: BenchServer) {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let round = -1; round < 5; round += 1) {
    const before = server && (await usage(server));
    const took = await sendMany(Array.from({ length: calls }, () => call));
    const after = server && (await usage(server));
    if (round < 0) continue;
    wall.push((calls / took) * 1000);
    if (before && after) cpu.push((calls / (after.cpuMs - before.cpuMs)) * 1000);
  }
  return { wall, cpu };
}
