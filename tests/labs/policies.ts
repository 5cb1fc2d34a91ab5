import type { Connection } from '#checker/core/connection.ts';
import { asDocuments, type Statement } from '#checker/policy/document.ts';
import type { World } from './world.ts';

/** Somebody in this world who may do what these statements say, and nothing else; from now on IAM is strict. */
export async function strictCaller(world: World, statements: readonly Statement[]): Promise<Connection> {
  const { aws, sandbox, connection } = world;
  sandbox.faults.set({ strictIam: false });
  const name = `somebody-${Math.random().toString(36).slice(2, 10)}`;
  await aws.iam.createUser({ UserName: name });
  for (const [at, document] of asDocuments(statements).entries()) {
    const { Policy } = await aws.iam.createPolicy({
      PolicyName: `${name}-${at}`,
      PolicyDocument: JSON.stringify(document),
    });
    await aws.iam.attachUserPolicy({ UserName: name, PolicyArn: Policy?.Arn });
  }
  const { AccessKey } = await aws.iam.createAccessKey({ UserName: name });
  sandbox.faults.set({ strictIam: true });
  return {
    ...connection,
    credentials: {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    },
    pauseMs: () => 1,
  };
}

/** The same statements without one action; a statement left empty falls away. */
export function without(action: string, statements: readonly Statement[]): Statement[] {
  return statements
    .map((one) => ({ ...one, Action: one.Action.filter((name) => name !== action) }))
    .filter(({ Action }) => Action.length > 0);
}
