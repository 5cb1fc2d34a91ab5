export const shells = ['sh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export interface Connection {
  endpoint: string;
  /** Where learners' APIs answer, for the commands of the lessons. */
  apiEndpoint?: string;
  secret: string;
  account?: string;
  region?: string;
}

/** The lines that make a shell's AWS programs talk to the sandbox. A token of somebody else's session must go. */
export function envLines(
  shell: Shell,
  { endpoint, apiEndpoint, secret, account = '111122223333', region = 'ap-northeast-1' }: Connection,
): string {
  const variables = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(apiEndpoint === undefined ? {} : { API_ENDPOINT: apiEndpoint }),
  };
  const { set, unset } = dialects[shell];
  const lines = Object.entries(variables).map(([name, value]) => set(name, value));
  return `${[...lines, unset('AWS_SESSION_TOKEN')].join('\n')}\n`;
}

const dialects: Record<Shell, { set(name: string, value: string): string; unset(name: string): string }> = {
  sh: {
    set: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
    unset: (name) => `unset ${name}`,
  },
  fish: {
    set: (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`,
    unset: (name) => `set -e ${name}`,
  },
  powershell: {
    set: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
    unset: (name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
  },
};
