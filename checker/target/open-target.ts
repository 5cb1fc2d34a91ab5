import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { courseNames, type Names } from '#labs/kit/names.ts';
import { fill, sayIn, says } from '#labs/kit/text.ts';
import { attach } from '#sandbox/parts/attach.ts';
import type { Cli } from '../cli/cli.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';
import { tellTrouble } from '../core/tell-trouble.ts';
import { texts } from './open-target.texts.ts';
import { readProfile } from './profile.ts';
import { sandboxProblemText } from './sandbox-problem.ts';
import { type AwsTarget, keyOf, readTarget, type Target, TargetUnreadable } from './target-file.ts';

/** The pinned target, reached: who we are has been asked, and it is who was pinned. */
export interface OpenTarget {
  target: Target;
  /** What the state keeps its rows under. */
  key: string;
  connection: Connection;
  names: Names;
  close(): Promise<void>;
}

const userAgent = 'handson/0.1';

export async function openTarget(cli: Cli): Promise<OpenTarget> {
  const target = pinned(cli);
  return target.kind === 'sandbox' ? openSandboxTarget(target, cli) : openAwsTarget(target, cli);
}

function pinned(cli: Cli): Target {
  try {
    return readTarget(cli.home);
  } catch (error) {
    if (!(error instanceof TargetUnreadable)) throw error;
    const { file, message } = error;
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.unreadable, locale, { file, reason: message }),
    );
  }
}

async function openSandboxTarget(target: Target, cli: Cli): Promise<OpenTarget> {
  const attached = await attach({ home: cli.home, env: cli.env });
  if ('problem' in attached) {
    const { problem } = attached;
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.sandboxProblem, locale, { reason: sandboxProblemText(problem, locale) }),
    );
  }
  return {
    target,
    key: keyOf(target),
    names: courseNames(target.prefix),
    connection: {
      region: target.region,
      credentials: { accessKeyId: target.account, secretAccessKey: attached.secret },
      endpoint: attached.endpoint,
      fetch: (request) => fetch(request),
      apiUrl: (apiId, stage) => `${attached.apiEndpoint}/_api/${apiId}/${stage}`,
      userAgent,
    },
    close: () => attached.close(),
  };
}

async function openAwsTarget(target: AwsTarget, cli: Cli): Promise<OpenTarget> {
  const { endpoint, signIn } = await readProfile(target.profile, cli.env);
  if ((endpoint ?? '') !== (target.endpoint ?? '')) {
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.otherEndpoint, locale, { pinned: target.endpoint ?? 'AWS', found: endpoint ?? 'AWS' }),
    );
  }
  const connection = awsConnection(target, cli);
  const who = await whoAmI(connection, cli, signIn);
  if (who.account !== target.account) {
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.otherAccount, locale, { pinned: target.account, found: who.account }),
    );
  }
  return { target, key: keyOf(target), names: courseNames(target.prefix), connection, close: async () => {} };
}

/** How AWS is reached with the learner's own credentials, which are resolved anew each time and never kept. */
export function awsConnection(
  target: Pick<AwsTarget, 'region' | 'profile' | 'endpoint'>,
  cli: Cli,
): Connection {
  const { region, profile, endpoint } = target;
  return {
    region,
    credentials: credentialsOf({ ...(profile ? { profile } : {}), clientConfig: { region } }),
    ...(endpoint ? { endpoint } : {}),
    fetch: (request) => fetch(request),
    apiUrl: (apiId, stage) =>
      endpoint
        ? `${endpoint}/_aws/execute-api/${apiId}/${stage}`
        : `https://${apiId}.execute-api.${region}.amazonaws.com/${stage}`,
    userAgent: cli.env.HANDSON_USER_AGENT ? `${userAgent} ${cli.env.HANDSON_USER_AGENT}` : userAgent,
  };
}

/** The SDK's own chain, imported where AWS is looked at. */
function credentialsOf(options: {
  profile?: string;
  clientConfig: { region: string };
}): AwsCredentialIdentityProvider {
  let chain: Promise<AwsCredentialIdentityProvider> | undefined;
  return async (properties) => {
    chain ??= import('@aws-sdk/credential-provider-node').then(({ defaultProvider }) =>
      defaultProvider(options),
    );
    return (await chain)(properties);
  };
}

/** Asks STS; what stands in the way is told as itself, with the command that mends it. */
export async function whoAmI(
  connection: Connection,
  cli: Cli,
  signIn: string,
): Promise<{ account: string; arn: string }> {
  const pool = clientPool(connection, { attempts: 3 });
  try {
    const { Account = '', Arn = '' } = await pool
      .clients((call) => call.send(cli.signal))
      .sts.getCallerIdentity({});
    return { account: Account, arn: Arn };
  } catch (error) {
    const { messages, next } = tellTrouble(error, { account: '', region: connection.region, signIn });
    throw new Told(exitCodes.cannotTell, (locale) =>
      [...messages, next ?? says(texts.again)].map((said) => sayIn(said, locale)).join('\n'),
    );
  } finally {
    pool.close();
  }
}
