import { loadSharedConfigFiles } from '@smithy/core/config';

type Env = Readonly<Record<string, string | undefined>>;

/** What the learner's AWS configuration says, without its secrets. */
export interface Profile {
  name: string | undefined;
  region: string | undefined;
  endpoint: string | undefined;
  /** The command that signs in again. */
  signIn: string;
}

export async function readProfile(
  wanted: string | undefined,
  env: Env,
): Promise<Profile & { known: boolean }> {
  const name = wanted ?? env.AWS_PROFILE;
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    ...(env.AWS_CONFIG_FILE ? { configFilepath: env.AWS_CONFIG_FILE } : {}),
    ...(env.AWS_SHARED_CREDENTIALS_FILE ? { filepath: env.AWS_SHARED_CREDENTIALS_FILE } : {}),
    ignoreCache: true,
  });
  const key = name ?? 'default';
  const settings = { ...configFile[key], ...credentialsFile[key] };
  const flag = name ? ` --profile ${name}` : '';
  return {
    name,
    known: name === undefined || key in configFile || key in credentialsFile,
    region: settings.region,
    endpoint: env.AWS_ENDPOINT_URL || settings.endpoint_url,
    signIn: settings.sso_session || settings.sso_start_url ? `aws sso login${flag}` : `aws login${flag}`,
  };
}
