import { makeExecutionRole } from './apply-role.ts';
import type { FunctionFacts } from './function.ts';
import type { Doing, Solution } from './lab.ts';
import { orAbsent } from './or-absent.ts';
import { providedTags } from './tags.ts';

/** The function as it stands, made with this code where it is missing. */
export async function ensureFunction(doing: Doing, code: Solution): Promise<FunctionFacts> {
  return (await currentFunction(doing)) ?? (await makeFunction(doing, code));
}

export function currentFunction({ aws, names }: Doing): Promise<FunctionFacts | undefined> {
  return orAbsent(aws.lambda.getFunctionConfiguration({ FunctionName: names.fn }));
}

async function makeFunction(doing: Doing, code: Solution): Promise<FunctionFacts> {
  const { aws, names, target } = doing;
  const role = await makeExecutionRole(doing);
  await doing.made({
    type: 'function',
    id: names.fn,
    arn: `arn:aws:lambda:${target.region}:${target.account}:function:${names.fn}`,
  });
  await whileRoleIsNew(doing, () =>
    aws.lambda.createFunction({
      FunctionName: names.fn,
      Runtime: code.runtime,
      Handler: code.handler,
      Role: role,
      Code: { ZipFile: code.zip },
      Tags: { ...providedTags },
    }),
  );
  return settled(doing);
}

/** Puts code into the function, in the language of this run, and waits until it is what runs. */
export async function deployCode(doing: Doing, code: Solution): Promise<FunctionFacts> {
  const { aws, names } = doing;
  const before = await settled(doing);
  if (before.Runtime !== code.runtime || before.Handler !== code.handler) {
    await aws.lambda.updateFunctionConfiguration({
      FunctionName: names.fn,
      Runtime: code.runtime,
      Handler: code.handler,
    });
    await settled(doing);
  }
  await aws.lambda.updateFunctionCode({ FunctionName: names.fn, ZipFile: code.zip });
  return settled(doing);
}

/** Waits until the function is active and its last update is done. */
export async function settled(doing: Doing): Promise<FunctionFacts> {
  const { aws, names, sleep } = doing;
  for (let tries = 0; tries < 60; tries++) {
    const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
    if (fn.State !== 'Pending' && fn.LastUpdateStatus !== 'InProgress') return fn;
    await sleep(tries < 5 ? 200 : 1000);
  }
  throw new Error(`${names.fn} is still being updated after a minute`);
}

/** Runs the function with an event as a learner would from the console; these runs count as theirs. */
export async function run({ aws, names }: Doing, event: unknown): Promise<string> {
  const answer = await aws.lambda.invoke({
    FunctionName: names.fn,
    Payload: new TextEncoder().encode(JSON.stringify(event)),
  });
  return new TextDecoder().decode(answer.Payload);
}

/** IAM needs some seconds until Lambda sees a new role. */
async function whileRoleIsNew({ sleep }: Doing, create: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await create();
      return;
    } catch (error) {
      const isNew =
        (error as Error).name === 'InvalidParameterValueException' &&
        /cannot be assumed/.test((error as Error).message);
      if (!isNew || tries === 15) throw error;
      await sleep(1000 * Math.min(tries, 4));
    }
  }
}
