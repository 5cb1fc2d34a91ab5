import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BenchServer,
  perSecond,
  type Signed,
  send,
  signed,
  sixteenAtATime,
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
    // The first time fills the caches.
    await memories();
    const { before, after } = await memories();
    const server = await start();
    const moto = await startMoto();
    const identity = meter(await simpleCall(server.endpoint, 'sts'), 8000, server);
    const tables = meter(await simpleCall(server.endpoint, 'dynamodb'), 8000, server);
    const theirs = moto && meter(moto.call, 500);
    try {
      // In turn, so that a drifting machine weighs on all alike; the first round warms up.
      for (let round = 0; round < 6; round += 1) {
        for (const one of [identity, tables, theirs]) await one?.measure();
      }
    } finally {
      await moto?.end();
    }
    const { megabytes } = await usage(server);
    await stop(server);

    return [
      { what: 'start to first answer, over node -e 0', value: ms(starts), goal: 'at most 150 ms' },
      { what: 'memory before the first call', value: `${before} MB`, goal: 'at most 90 MB' },
      { what: 'memory after calling every service', value: `${after} MB`, goal: 'at most 130 MB' },
      { what: 'memory after 96,000 calls', value: `${megabytes} MB` },
      { what: 'GetCallerIdentity a second', value: perSecond(identity.wall()), goal: 'at least 4000' },
      { what: '… of the sandbox’s processor time', value: perSecond(identity.cpu()) },
      { what: 'ListTables a second', value: perSecond(tables.wall()), goal: 'at least 4000' },
      { what: '… of the sandbox’s processor time', value: perSecond(tables.cpu()) },
      ...besideMoto(identity.wall(), theirs?.wall()),
    ];
  },
};

function besideMoto(ours: number[], theirs: number[] | undefined): Row[] {
  if (!theirs) return [{ what: "beside moto's server", value: 'skipped: python3 has no moto.server here' }];
  return [
    { what: 'GetCallerIdentity a second, moto', value: perSecond(theirs) },
    { what: 'ratio', value: ratio(ours, theirs), goal: 'at least 10 ×' },
  ];
}

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

async function startMoto(): Promise<{ call: Signed; end(): Promise<void> } | undefined> {
  if (spawnSync('python3', ['-m', 'moto.server', '--help'], { stdio: 'ignore' }).status !== 0)
    return undefined;
  const moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(MOTO_PORT)], {
    stdio: 'ignore',
  });
  const call = await simpleCall(`http://127.0.0.1:${MOTO_PORT}`, 'sts');
  for (let tries = 0; tries < 100 && !(await answers(call)); tries += 1) await sleep(100);
  return {
    call,
    async end() {
      const exited = once(moto, 'exit');
      moto.kill();
      await exited;
    },
  };
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

/** Calls a second, by the clock and by the processor time that the server used; the first round does not count. */
function meter(call: Signed, calls: number, server?: BenchServer) {
  const wall: number[] = [];
  const cpu: number[] = [];
  return {
    wall: () => wall.slice(1),
    cpu: () => cpu.slice(1),
    async measure() {
      const before = server && (await usage(server));
      const took = await sixteenAtATime(calls, () => send(call));
      const after = server && (await usage(server));
      wall.push((calls / took) * 1000);
      if (before && after) cpu.push((calls / (after.cpuMs - before.cpuMs)) * 1000);
    },
  };
}
