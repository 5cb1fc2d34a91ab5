import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { projectRoot } from '#checker/cli/home.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, classFolder } from '#checker/grading/class-file.ts';
import { lookingAt } from '#checker/grading/class-lock.ts';
import { decidedOf } from '#checker/grading/decisions.ts';
import { openGradebook } from '#checker/grading/gradebook.ts';
import { labVersions } from '#checker/grading/lab-versions.ts';
import { hasAccount } from '#checker/grading/learner.ts';
import { instantOf, isLocalTime } from '#checker/grading/local-time.ts';
import { noRules } from '#checker/grading/rules.ts';
import { filesIn } from '#checker/submission/files-in.ts';
import { givenOut } from '#checker/submission/given-out.ts';
import {
  type FileLookedAt,
  gradeOf,
  inCommon,
  lookAtFiles,
  type Placed,
  place,
} from '#checker/submission/grade-files.ts';
import type { LookedAt } from '#checker/submission/look-in.ts';
import { printable } from '#checker/submission/read-submission.ts';
import { fill } from '#labs/kit/text.ts';
import { jailFault } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { chooseLabs } from '../choose-labs.ts';
import { chooseClass } from './choose-class.ts';
import { writeExports } from './exports.ts';
import { progressLine } from './progress.ts';
import { texts } from './submissions.texts.ts';
import { sum } from './sum.ts';

/** `handson grade --submissions DIR`: looks at what learners without an account have handed in. */
export async function gradeSubmissions(
  folder: string,
  args: Args,
  cli: Cli,
  atOnce: number,
): Promise<ExitCode> {
  const file = chooseClass(args.operands[0], cli);
  const looking = lookingAt(cli.home, file.name);
  try {
    return await gradeFiles({ file, folder, atOnce }, args, cli);
  } finally {
    looking.end();
  }
}

async function gradeFiles(
  { file, folder, atOnce }: { file: ClassFile; folder: string; atOnce: number },
  args: Args,
  cli: Cli,
): Promise<ExitCode> {
  for (const option of otherLooks)
    if (args.flag(option)) throw told(texts.notWith, { option: `--${option}` });
  const learners = file.learners.filter((one) => !hasAccount(one) && !decidedOf(file, one.id).withdrawn);
  if (learners.length === 0) throw told(texts.nobodyHandsIn, {});
  const received = receivedAt(args, file);
  refuseNoFolder(folder);
  const labs = (await chooseLabs(args.value('labs')?.split(',').filter(Boolean) ?? [])).map(({ lab }) => lab);
  const ids = labs.map(({ id }) => id);
  const runCode = args.flag('run-code');
  const fault = runCode ? await jailFault() : undefined;
  if (fault !== undefined)
    throw new Told(exitCodes.cannotTell, (locale) => fill(texts.cannotRun, locale, { reason: fault }));
  cli.note(cli.say(runCode ? texts.runs : texts.readsOnly));

  const done = await lookAtAll({ folder, labs: ids, runCode, atOnce }, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  if (done.length === 0) throw told(texts.noFiles, { folder });
  const good = done.flatMap(({ file: name, looked }) =>
    'problem' in looked ? [] : [{ file: name, looked }],
  );
  const placed = place(good, file);
  say(placed, cli);
  await sayInCommon(good, cli);

  const gradebook = openGradebook(classFolder(cli.home, file.name));
  try {
    const begun = gradebook.begin({
      began: Date.now(),
      version: JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version,
      labs: ids,
      labVersions: labVersions(ids),
      learners: learners.map(({ id }) => id),
    });
    const counted = placed.filter((one) => one.is === 'counted');
    for (const one of counted) gradebook.keep(begun.id, received ?? Date.now(), gradeOf(one));
    gradebook.end(begun.id, Date.now());
    const missing = learners.filter(({ id }) => !counted.some(({ learner }) => learner.id === id));
    if (missing.length > 0)
      cli.note(cli.say(texts.missing, { names: missing.map(({ name }) => name).join(', ') }));
    const graded = { file, gradebook, run: gradebook.run(begun.id) ?? begun, labs };
    writeExports(graded, args, cli);
    const code = sum(graded, cli);
    const allClear = good.length === done.length && placed.every(({ is }) => is !== 'unplaced');
    return allClear ? code : exitCodes.cannotTell;
  } finally {
    gradebook.close();
  }
}

/** Options of looks at accounts, or at none. */
const otherLooks = ['resume', 'learner', 'last', 'run', 'show', 'watch', 'serve', 'port', 'no-open'] as const;

function receivedAt(args: Args, { rules = noRules }: ClassFile): number | undefined {
  const word = args.value('received');
  if (word === undefined) return undefined;
  if (!isLocalTime(word)) throw told(texts.badReceived, { word });
  return instantOf(word, rules.timeZone);
}

function refuseNoFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
    throw told(texts.noFolder, { folder, reason: 'ENOTDIR' });
  } catch (error) {
    if (error instanceof Told) throw error;
    throw told(texts.noFolder, { folder, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

const limits = {
  reading: { ms: 60_000, memoryMb: 256 },
  running: { ms: 180_000, memoryMb: 256 },
} as const;

async function lookAtAll(
  {
    folder,
    labs,
    runCode,
    atOnce,
  }: { folder: string; labs: readonly string[]; runCode: boolean; atOnce: number },
  cli: Cli,
): Promise<FileLookedAt[]> {
  const done: FileLookedAt[] = [];
  const progress = progressLine(cli, { now: Date.now });
  const all = filesIn(folder).length;
  for await (const one of lookAtFiles({
    folder,
    labs,
    concurrency: atOnce,
    limits: runCode ? limits.running : limits.reading,
    signal: cli.signal,
    ...(runCode ? { runCode: { path: cli.env.PATH ?? '' } } : {}),
  })) {
    done.push(one);
    if ('problem' in one.looked) {
      progress.clear();
      const { kind, place: at } = one.looked.problem;
      const fault = fill(texts[kind] as typeof texts.unreadable, cli.locale, { place: at });
      cli.note(cli.say(texts.trouble, { file: printable(one.file), fault }));
    }
    const unreadable = done.filter(({ looked }) => 'problem' in looked).length;
    const running = Math.min(atOnce, all - done.length);
    progress.show({ all, before: 0, done: done.length, running, unreadable });
  }
  progress.clear();
  return done.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function say(placed: readonly Placed[], cli: Cli): void {
  for (const one of placed) {
    const file = printable(one.file);
    if (one.is === 'unplaced') cli.note(cli.say(texts[one.why], { file, id: printable(one.id) }));
    else if (one.is === 'older')
      cli.note(cli.say(texts.older, { file, name: one.learner.name, than: printable(one.than) }));
    else {
      if (one.looked.notRun !== null) {
        const { notRun } = one.looked;
        const reason = Object.hasOwn(texts, notRun)
          ? fill(texts[notRun as 'crashed'], cli.locale)
          : printable(notRun);
        cli.note(cli.say(texts.notRun, { file, reason }));
      }
      if (cli.json) continue;
      cli.print(cli.say(texts.counted, { file, ...one.learner, ...countsOf(one.looked) }));
      const { cleaned } = one.looked;
      if (cleaned !== null) cli.print(cli.say(texts.cleaned, { at: new Date(cleaned).toISOString() }));
    }
  }
}

function countsOf({ steps }: LookedAt) {
  const passed = steps.filter(({ result }) => result.outcome === 'pass');
  return {
    steps: steps.length,
    seen: passed.filter(({ source }) => source === 'seen').length,
    claimed: passed.filter(({ source }) => source === 'claimed').length,
    provided: passed.filter(({ how }) => how === 'provided').length,
  };
}

async function sayInCommon(good: ReadonlyArray<{ file: string; looked: LookedAt }>, cli: Cli): Promise<void> {
  const found = inCommon(good, await givenOut());
  const sentences = { code: texts.sameCode, installation: texts.sameInstallation, ids: texts.sameIds };
  for (const { what, files } of found)
    cli.note(cli.say(sentences[what], { files: files.map(printable).join(', ') }));
  if (found.length > 0) cli.note(cli.say(texts.notJudged));
}

function told<En extends string>(
  text: Parameters<typeof fill<En>>[0],
  values: Record<string, string | number>,
): Told {
  const sentence = fill as (text: object, locale: string, values: object) => string;
  return new Told(exitCodes.usage, (locale) => sentence(text, locale, values));
}
