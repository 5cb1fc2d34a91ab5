import type { Patient } from './finding.ts';

type Program = 'python' | 'boto3' | 'aws' | 'browser';

const byManager: Record<string, Partial<Record<Program, string>>> = {
  brew: {
    python: 'brew install python',
    aws: 'brew install awscli',
    browser: 'brew install --cask google-chrome',
  },
  winget: {
    python: 'winget install Python.Python.3.13',
    aws: 'winget install Amazon.AWSCLI',
    browser: 'winget install Google.Chrome',
  },
  'apt-get': {
    python: 'sudo apt-get install -y python3 python3-boto3',
    boto3: 'sudo apt-get install -y python3-boto3',
    browser: 'sudo apt-get install -y chromium',
  },
  dnf: {
    python: 'sudo dnf install -y python3 python3-boto3',
    boto3: 'sudo dnf install -y python3-boto3',
    browser: 'sudo dnf install -y chromium',
  },
  pacman: {
    python: 'sudo pacman -S --needed python python-boto3',
    boto3: 'sudo pacman -S --needed python-boto3',
    aws: 'sudo pacman -S --needed aws-cli-v2',
    browser: 'sudo pacman -S --needed chromium',
  },
  apk: {
    python: 'sudo apk add python3 py3-boto3',
    boto3: 'sudo apk add py3-boto3',
    aws: 'sudo apk add aws-cli',
    browser: 'sudo apk add chromium',
  },
};

/** The one command that installs it here, in the words of this system's own package manager. */
export async function mendFor(program: Program, patient: Patient): Promise<string> {
  const manager = await managerOf(patient);
  return byManager[manager]?.[program] ?? elsewhere(program, patient);
}

async function managerOf(patient: Patient): Promise<string> {
  if (patient.platform === 'darwin') return 'brew';
  if (patient.platform === 'win32') return 'winget';
  for (const manager of ['apt-get', 'dnf', 'pacman', 'apk']) {
    if (await patient.has(manager)) return manager;
  }
  return '';
}

function elsewhere(program: Program, patient: Patient): string {
  const python = patient.platform === 'win32' ? 'py -3' : 'python3';
  if (program === 'boto3') return `${python} -m pip install --user boto3`;
  if (program === 'python') return 'https://www.python.org/downloads/';
  if (program === 'browser') return 'https://www.mozilla.org/firefox/';
  const machine = patient.arch === 'arm64' ? 'aarch64' : 'x86_64';
  return `curl -o awscliv2.zip https://awscli.amazonaws.com/awscli-exe-linux-${machine}.zip && unzip awscliv2.zip && sudo ./aws/install`;
}
