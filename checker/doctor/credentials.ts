import path from 'node:path';
import { texts } from './doctor.texts.ts';
import type { Finding, Patient } from './finding.ts';

/** Credentials, region and clock: one call to STS, and only where credentials are set. */
export async function lookAtAccount(patient: Patient): Promise<Finding[]> {
  const files = await readFiles(patient);
  if ('problem' in files) return [files.problem, regionFrom(patient, ''), clockUnknown];
  const region = regionFrom(patient, files.config);
  if (!isAnythingSet(patient, files)) {
    return [
      { id: 'credentials', state: 'missing', why: texts.credentialsMissing, mend: 'aws login' },
      region,
      clockUnknown,
    ];
  }
  const { identity, clock } = await askWhoWeAre(patient, files.config, region.found);
  return [identity, region, clock];
}

interface Files {
  credentials: string;
  config: string;
}

async function readFiles(patient: Patient): Promise<Files | { problem: Finding }> {
  const { env, homeDir } = patient;
  const places = {
    credentials: env.AWS_SHARED_CREDENTIALS_FILE || path.join(homeDir, '.aws', 'credentials'),
    config: env.AWS_CONFIG_FILE || path.join(homeDir, '.aws', 'config'),
  };
  const files: Files = { credentials: '', config: '' };
  for (const name of ['credentials', 'config'] as const) {
    try {
      files[name] = (await patient.read(places[name])) ?? '';
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'EIO';
      return { problem: unreadable(places[name], reason, patient) };
    }
  }
  return files;
}

function unreadable(file: string, reason: string, patient: Patient): Finding {
  return {
    id: 'credentials',
    state: 'broken',
    why: texts.credentialsUnreadable,
    values: { file, reason },
    mend: patient.platform === 'win32' ? `icacls "${file}" /grant "%USERNAME%:R"` : `chmod u+r "${file}"`,
  };
}

const byEnvironment = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
];

function isAnythingSet(patient: Patient, files: Files): boolean {
  if (byEnvironment.some((name) => patient.env[name])) return true;
  return /^\s*(aws_access_key_id|sso_session|sso_start_url|role_arn|credential_process|login_session)\s*=/m.test(
    `${files.credentials}\n${files.config}`,
  );
}

function regionFrom(patient: Patient, config: string): Finding {
  const found =
    patient.env.AWS_REGION || patient.env.AWS_DEFAULT_REGION || profileSetting(patient, config, 'region');
  return found
    ? { id: 'region', state: 'ok', found }
    : {
        id: 'region',
        state: 'missing',
        why: texts.regionMissing,
        mend: 'aws configure set region ap-northeast-1',
      };
}

function profileSetting(patient: Patient, config: string, name: string): string | undefined {
  const profile = patient.env.AWS_PROFILE || 'default';
  const header =
    profile === 'default'
      ? /^\[(profile )?default\]$/
      : new RegExp(`^\\[profile ${escapeForRegExp(profile)}\\]$`);
  let inside = false;
  for (const line of config.split('\n').map((raw) => raw.trim())) {
    if (line.startsWith('[')) inside = header.test(line);
    const setting = /^(\w+)\s*=\s*(.+)$/.exec(line);
    if (inside && setting?.[1] === name) return setting[2];
  }
  return undefined;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function askWhoWeAre(patient: Patient, config: string, region: string | undefined) {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const sts = new STSClient({
    region: region ?? 'us-east-1',
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 5000 },
  });
  let aws: string | undefined;
  sts.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      aws = (result.response as { headers?: Record<string, string> }).headers?.date;
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  try {
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    return {
      identity: { id: 'credentials', state: 'ok', found: Arn ?? '' } as Finding,
      clock: clockAgainst(aws, patient),
    };
  } catch (error) {
    return { identity: refused(error as Error, patient, config), clock: clockAgainst(aws, patient) };
  } finally {
    sts.destroy();
  }
}

const clockUnknown: Finding = { id: 'clock', state: 'ok', why: texts.clockUnknown };

function clockAgainst(date: string | undefined, patient: Patient): Finding {
  if (date === undefined) return clockUnknown;
  const minutes = Math.round(Math.abs(Date.parse(date) - patient.now()) / 60_000);
  if (minutes < 4) return { id: 'clock', state: 'ok', found: `± ${minutes} min` };
  const mend = {
    win32: 'w32tm /resync',
    darwin: 'sudo sntp -sS time.apple.com',
  }[patient.platform as string];
  return {
    id: 'clock',
    state: 'broken',
    why: texts.clockOff,
    values: { minutes },
    mend: mend ?? 'sudo timedatectl set-ntp true',
  };
}

function refused(error: Error, patient: Patient, config: string): Finding {
  const mend = profileSetting(patient, config, 'sso_session')
    ? `aws sso login${profileFlag(patient)}`
    : `aws login${profileFlag(patient)}`;
  const base = { id: 'credentials', state: 'broken', mend } as const;
  if (/expired/i.test(error.name + error.message)) return { ...base, why: texts.credentialsExpired };
  const reason = (error as NodeJS.ErrnoException).code ?? error.name;
  if (!('$metadata' in error) || /^E[A-Z]+$|Timeout|Network/.test(reason)) {
    return error.name === 'CredentialsProviderError'
      ? { ...base, why: texts.credentialsRefused, values: { reason: error.name } }
      : {
          ...base,
          why: texts.credentialsUnreached,
          values: { reason },
          mend: 'curl -I https://sts.amazonaws.com',
        };
  }
  return { ...base, why: texts.credentialsRefused, values: { reason } };
}

function profileFlag(patient: Patient): string {
  return patient.env.AWS_PROFILE ? ` --profile ${patient.env.AWS_PROFILE}` : '';
}
