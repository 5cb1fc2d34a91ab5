import { IAM } from '@aws-sdk/client-iam';
import { type CreateFunctionCommandInput, Lambda } from '@aws-sdk/client-lambda';
import {
  type BenchServer,
  configurationFor,
  percentile,
  type Signed,
  send,
  signed,
  sixteenAtATime,
  start,
  stop,
  times,
} from '#sandbox/testing/bench-client.ts';
import { type Bench, median, ms, type Row, ratio, timeProcesses } from '#scripts/bench-kit.ts';
import { zip } from './parts/zip.ts';

const ROLE = 'arn:aws:iam::111122223333:role/of-functions';
const CODE = zip.write([
  {
    path: 'index.mjs',
    bytes: new TextEncoder().encode('export const handler = async () => 1;\n'),
    mode: 0o644,
  },
]);
const COLD = 10;
const WARM = 500;
const MANY = 10_000;

/** What the sandbox adds to a function's own time, and what many functions cost whoever lists them. */
export const bench: Bench = {
  name: 'Sandbox: functions over HTTP, state on disk',
  async run() {
    const server = await start();
    try {
      await send(await signed(server.endpoint, (c) => new IAM(c).createRole(role)));
      return [...(await invocations(server)), ...(await listing(server))];
    } finally {
      await stop(server);
    }
  },
};

const role = {
  RoleName: 'of-functions',
  AssumeRolePolicyDocument: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  }),
};

async function invocations({ endpoint }: BenchServer): Promise<Row[]> {
  const first: number[] = [];
  const lambda = new Lambda(configurationFor(endpoint));
  const invoke = (name: string) =>
    signed(endpoint, (c) => new Lambda(c).invoke({ FunctionName: name, Payload: '{}' }));
  for (let at = 0; at <= COLD; at += 1) {
    await lambda.createFunction(creation(`cold-${at}`));
    const [took = Number.NaN] = await times(await eventually(await invoke(`cold-${at}`)), 1);
    // Each beside its own start of Node, so that a drifting machine weighs on both alike.
    const { bare = [] } = timeProcesses({ bare: { program: process.execPath, args: ['-e', '0'] } }, 1);
    // The first brings what is only imported when something runs.
    if (at > 0) first.push(took - median(bare));
  }
  const again = await invoke('cold-1');
  await times(again, WARM);
  const warm = await times(again, WARM);
  return [
    { what: 'cold invoke of a Node function, over node -e 0', value: ms(first), goal: 'at most 120 ms' },
    {
      what: 'warm invoke of a Node function, p50',
      value: `${percentile(warm, 0.5).toFixed(2)} ms (p99 ${percentile(warm, 0.99).toFixed(2)})`,
      goal: 'at most 2 ms',
    },
  ];
}

/** A function that is still being created refuses to be invoked. */
async function eventually(call: Signed): Promise<Signed> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return call;
}

async function listing({ endpoint }: BenchServer): Promise<Row[]> {
  const [only] = await pages(endpoint);
  const few = only ? await times(only, 20) : [];
  const lambda = new Lambda(configurationFor(endpoint));
  const took = await sixteenAtATime(MANY, (at) => lambda.createFunction(creation(`of-many-${at}`)));
  const all = await pages(endpoint);
  const early: number[] = [];
  const late: number[] = [];
  // In turn, so that a drifting machine weighs on both alike.
  for (let at = 0; at < 100; at += 1) {
    early.push(...(await times(all.at(1) as Signed, 1)));
    late.push(...(await times(all.at(-2) as Signed, 1)));
  }
  return [
    { what: `CreateFunction, ${MANY} of them`, value: `${(took / 1000).toFixed(1)} s` },
    { what: 'ListFunctions, a page of ten', value: ms(few) },
    { what: 'ListFunctions, the second page of 10,000', value: ms(early) },
    {
      what: 'ListFunctions, the last page but one',
      value: `${ms(late)}, ${ratio(late, early)}`,
      goal: 'no growth',
    },
  ];
}

/** The call for each page, as following the markers finds them. */
async function pages(endpoint: string): Promise<Signed[]> {
  const found: Signed[] = [];
  let marker: string | undefined;
  do {
    const Marker = marker;
    const input = Marker === undefined ? {} : { Marker };
    const call = await signed(endpoint, (c) => new Lambda(c).listFunctions(input));
    found.push(call);
    marker = (JSON.parse(await send(call)) as { NextMarker?: string }).NextMarker;
  } while (marker);
  return found;
}

function creation(name: string): CreateFunctionCommandInput {
  return {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Role: ROLE,
    Handler: 'index.handler',
    Code: { ZipFile: CODE },
  };
}
