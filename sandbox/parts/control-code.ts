import { AwsError } from '#sandbox/core/errors.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';

/** A console's view of a function's code: `GET` answers its files, `PUT` changes one of them, as an administrator. */
export async function readCode(sandbox: Sandbox, query: URLSearchParams): Promise<CodeAnswer> {
  return answered(sandbox, query, async ({ codeFiles }, ctx, name) => {
    const files = await codeFiles(ctx, name, query.get('qualifier') ?? undefined);
    return {
      files: files.map(({ path, bytes, mode }) => ({
        path,
        mode,
        base64: Buffer.from(bytes).toString('base64'),
      })),
    };
  });
}

export async function writeCode(
  sandbox: Sandbox,
  query: URLSearchParams,
  input: unknown,
): Promise<CodeAnswer> {
  const { path, base64 } = (input ?? {}) as { path?: unknown; base64?: unknown };
  if (typeof path !== 'string' || typeof base64 !== 'string') {
    return { status: 400, body: { message: 'The body needs a path and the file in base64.' } };
  }
  return answered(sandbox, query, async ({ replaceCodeFile }, ctx, name) => {
    const { codeSha256 } = await replaceCodeFile(ctx, name, path, Buffer.from(base64, 'base64'));
    return { codeSha256 };
  });
}

interface CodeAnswer {
  status: number;
  body: object;
}

type CodeFiles = typeof import('#sandbox/services/lambda/code-files.ts');
type Ctx = ReturnType<Sandbox['open']>;

async function answered(
  sandbox: Sandbox,
  query: URLSearchParams,
  work: (files: CodeFiles, ctx: Ctx, name: string) => Promise<object>,
): Promise<CodeAnswer> {
  const [account, region, name] = ['account', 'region', 'function'].map((key) => query.get(key) ?? '');
  if (!account || !region || !name || !/^\d{12}$/.test(account) || !/^[a-z0-9-]+$/.test(region)) {
    return { status: 400, body: { message: 'The address needs account, region and function.' } };
  }
  const as = {
    kind: 'administrator',
    account,
    arn: `arn:aws:iam::${account}:root`,
    userId: account,
  } as const;
  try {
    const files = await import('#sandbox/services/lambda/code-files.ts');
    const ctx = sandbox.open({ service: 'lambda', account, region, as });
    return { status: 200, body: await work(files, ctx, name) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const status = error.code === 'ResourceNotFoundException' ? 404 : 400;
    return { status, body: { code: error.code, message: error.message } };
  }
}
