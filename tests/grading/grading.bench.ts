import { loadavg } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { execa } from 'execa';
import { classFolder } from '#checker/grading/class-file.ts';
import type { Bench, Row } from '#scripts/bench-kit.ts';
import { root } from '../source-files.ts';
import { serveClass } from './serve-class.ts';

const latencyMs = 50;
const concurrency = 16;

/** An instructor's evening: the command line as it is, every account behind a port, one in a hundred of each trouble. */
export const bench: Bench = {
  name: 'Grading: 7 labs and the set-up, 50 ms a call, 1 % each denied, throttled, expired, hanging',
  async run() {
    const thousand = await gradeClassOf(1000);
    const five = await gradeClassOf(5000);
    return [
      ...rowsOf(1000, thousand, 'at most 90 s'),
      { what: '… peak memory', value: `${thousand.megabytes} MB`, goal: 'at most 400 MB' },
      ...rowsOf(5000, five),
      {
        what: '… peak memory, over that of 1,000',
        value: `${five.megabytes} MB (${percent(five.megabytes / thousand.megabytes - 1)})`,
        goal: 'at most 20 % more',
      },
      { what: 'load of the machine before and after', value: thousand.load },
    ];
  },
};

interface Measured {
  seconds: number;
  megabytes: number;
  cpuSeconds: number;
  servedSeconds: number;
  mostCalls: number;
  allCalls: number;
  states: string;
  load: string;
}

async function gradeClassOf(size: number): Promise<Measured> {
  const served = await serveClass(size, latencyMs);
  try {
    const [load, served0, began] = [loadavg()[0] ?? 0, await served.cpuMs(), performance.now()];
    const { exitCode, stderr } = await execa(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(tellUsage)}`,
        path.join(root, 'checker/bin/handson.cjs'),
        ...['grade', 'large', '--json', '--concurrency', String(concurrency)],
      ],
      { env: { HANDSON_HOME: served.home, NO_COLOR: '1' }, stdout: 'ignore', reject: false },
    );
    const seconds = (performance.now() - began) / 1000;
    const usage = /usage (\d+) (\d+)/.exec(stderr);
    if (exitCode !== 2 || !usage) throw new Error(`${exitCode}: ${stderr.slice(-2000)}`);
    return {
      seconds,
      megabytes: Math.round(Number(usage[1]) / 1000),
      cpuSeconds: Number(usage[2]) / 1e6,
      servedSeconds: ((await served.cpuMs()) - served0) / 1000,
      ...seenIn(served.home),
      load: `${load.toFixed(1)} → ${(loadavg()[0] ?? 0).toFixed(1)}`,
    };
  } finally {
    await served.end();
  }
}

const tellUsage = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process._rawDebug('usage ' + maxRSS + ' ' + (userCPUTime + systemCPUTime));
});`;

function seenIn(home: string): Pick<Measured, 'mostCalls' | 'allCalls' | 'states'> {
  const db = new DatabaseSync(path.join(classFolder(home, 'large'), 'gradebook.sqlite'), { readOnly: true });
  try {
    const { most, all } = db.prepare('SELECT max(calls) AS most, sum(calls) AS "all" FROM look').get() ?? {};
    const states = db
      .prepare('SELECT state, cause, count(*) AS looks FROM look GROUP BY state, cause')
      .all()
      .map(({ state, cause, looks }) => `${looks} ${cause ?? state}`);
    return { mostCalls: Number(most), allCalls: Number(all), states: states.join(', ') };
  } finally {
    db.close();
  }
}

function rowsOf(size: number, one: Measured, goal?: string): Row[] {
  return [
    {
      what: `${size} learners, ${concurrency} at once`,
      value: `${one.seconds.toFixed(1)} s (${one.states})`,
      ...(goal ? { goal } : {}),
    },
    {
      what: '… processor time of the grading and of the sandbox',
      value: `${one.cpuSeconds.toFixed(1)} s and ${one.servedSeconds.toFixed(1)} s`,
    },
    {
      what: '… calls of a learner, most and mean',
      value: `${one.mostCalls} and ${(one.allCalls / size).toFixed(1)}`,
    },
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
