import { texts } from './doctor.texts.ts';
import type { Finding, Patient } from './finding.ts';
import { mendFor } from './mend.ts';

export async function lookAtNode(patient: Patient): Promise<Finding> {
  return { id: 'node', state: 'ok', found: patient.nodeVersion };
}

/** Python 3 and boto3, both needed only where a Python function runs in the sandbox. */
export async function lookAtPython(patient: Patient): Promise<Finding[]> {
  const python = await findPython(patient);
  if (!python) {
    const mend = await mendFor('python', patient);
    return [
      { id: 'python', state: 'missing', why: texts.pythonMissing, mend },
      { id: 'boto3', state: 'missing', why: texts.boto3Missing, mend },
    ];
  }
  if (!isPython3(python.output)) {
    return [
      {
        id: 'python',
        state: 'broken',
        found: lastLine(python.output),
        why: texts.pythonBroken,
        mend: await mendFor('python', patient),
      },
    ];
  }
  const boto3 = await patient.run(python.program, [
    ...python.args,
    '-c',
    'import boto3; print(boto3.__version__)',
  ]);
  return [
    { id: 'python', state: 'ok', found: python.output.trim().replace(/^Python /, '') },
    boto3?.ok
      ? { id: 'boto3', state: 'ok', found: lastLine(boto3.output) }
      : {
          id: 'boto3',
          state: boto3?.output.includes('No module named') ? 'missing' : 'broken',
          why: texts.boto3Missing,
          mend: await mendFor('boto3', patient),
        },
  ];
}

/** The `aws` command; only the CLI way of a lesson needs it, and `aws login` needs 2.32. */
export async function lookAtAws(patient: Patient): Promise<Finding> {
  const aws = await patient.run('aws', ['--version']);
  const mend = await mendFor('aws', patient);
  if (!aws) return { id: 'aws', state: 'missing', why: texts.awsMissing, mend };
  const version = /aws-cli\/(\d+)\.(\d+)(\.\d+)?/.exec(aws.output);
  if (!aws.ok || !version)
    return { id: 'aws', state: 'broken', found: lastLine(aws.output), why: texts.awsBroken, mend };
  const found = version[0].replace('aws-cli/', '');
  const hasLogin = Number(version[1]) > 2 || (Number(version[1]) === 2 && Number(version[2]) >= 32);
  return hasLogin
    ? { id: 'aws', state: 'ok', found }
    : { id: 'aws', state: 'ok', found, why: texts.awsOld, mend };
}

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'firefox',
  'brave-browser',
];

export async function lookAtBrowser(patient: Patient): Promise<Finding> {
  if (patient.platform === 'darwin' || patient.platform === 'win32') {
    return { id: 'browser', state: 'ok', found: patient.platform === 'darwin' ? 'Safari' : 'Edge' };
  }
  for (const browser of browsers) {
    if (await patient.has(browser)) return { id: 'browser', state: 'ok', found: browser };
  }
  return {
    id: 'browser',
    state: 'missing',
    why: texts.browserMissing,
    mend: await mendFor('browser', patient),
  };
}

async function findPython(patient: Patient) {
  const candidates: Array<[string, string[]]> =
    patient.platform === 'win32'
      ? [
          ['py', ['-3']],
          ['python', []],
        ]
      : [
          ['python3', []],
          ['python', []],
        ];
  for (const [program, args] of candidates) {
    const ran = await patient.run(program, [...args, '--version']);
    if (ran)
      return { program, args, output: ran.ok ? ran.output : `${ran.output}\n(${program} does not run)` };
  }
  return undefined;
}

function isPython3(output: string): boolean {
  const version = /^Python 3\.(\d+)/.exec(output.trim());
  return version !== null && Number(version[1]) >= 8;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
