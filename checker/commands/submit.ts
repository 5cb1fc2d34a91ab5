import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { courseNames } from '#labs/kit/names.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import { fill } from '#labs/kit/text.ts';
import { attach } from '#sandbox/parts/attach.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { projectRoot } from '../cli/home.ts';
import { Told } from '../cli/told.ts';
import { ledgerOf } from '../state/ledger.ts';
import { openState } from '../state/open-state.ts';
import { type Packed, type PackProblem, packWorld } from '../submission/pack-world.ts';
import { printable } from '../submission/read-submission.ts';
import { secretsOf } from '../submission/secrets-in.ts';
import type { Submission } from '../submission/submission.ts';
import { sandboxProblemText } from '../target/sandbox-problem.ts';
import { keyOf, readTarget, type Target } from '../target/target-file.ts';
import { chooseLabs } from './choose-labs.ts';
import { texts } from './submit.texts.ts';

/** Packs the sandbox's world into one file for the instructor, and says before what goes in. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const target = readTarget(cli.home);
  if (target.kind === 'aws') throw new Told(exitCodes.usage, (locale) => fill(texts.aws, locale));
  const learner = learnerOf(args);
  const file =
    args.value('out') ?? `${learner.id.split('@')[0]?.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.handson`;
  const labs = (await chooseLabs(args.operands)).map(({ lab }) => lab.id);
  refuseOther(file);
  const packed = await pack({ target, learner, labs }, cli);
  if ('problem' in packed) throw toldOf(packed.problem);
  if (!cli.json) show(packed, learner, cli);
  write(file, packed.bytes);
  const { digest, bytes, counts, claims } = packed;
  if (cli.json) {
    const document = { schema: 'handson.submit/1', file, bytes: bytes.length, digest, records: counts };
    cli.print(JSON.stringify({ ...document, steps: claims.steps.length, labs }));
  } else
    cli.print(
      cli.say(texts.written, {
        file,
        bytes: numberIn(cli.locale, bytes.length),
        digest: digest.slice(0, 16),
      }),
    );
  return exitCodes.yes;
}

function learnerOf(args: Args): Submission['learner'] {
  const [id, name] = [args.value('email'), args.value('name')].map((word) => word?.trim().normalize('NFC'));
  if (!id) throw new Told(exitCodes.usage, (locale) => fill(texts.whoAreYou, locale));
  for (const word of [id, name ?? ''])
    if (word.length > 200 || /\p{Cc}/u.test(word))
      throw new Told(exitCodes.usage, (locale) => fill(texts.badWho, locale, { word: printable(word) }));
  return { id, ...(name ? { name } : {}) };
}

async function pack(
  { target, learner, labs }: { target: Target } & Pick<Submission, 'learner' | 'labs'>,
  cli: Cli,
): Promise<Packed | { problem: PackProblem }> {
  const attached = await attach({ home: cli.home, env: cli.env });
  if ('problem' in attached)
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.sandboxProblem, locale, { reason: sandboxProblemText(attached.problem, locale) }),
    );
  const state = openState(cli.home);
  const key = keyOf(target);
  try {
    const { logGroup, table } = courseNames(target.prefix);
    const { account, region, prefix } = target;
    const course = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version;
    return await packWorld({
      sandbox: attached,
      remembered: { state, ledger: ledgerOf(state, key), key },
      about: { course, learner, target: { account, region, prefix }, labs },
      names: { logGroup, table },
      folders: foldersOf(cli),
      secrets: secretsOf(cli.env),
    });
  } finally {
    state.close();
    await attached.close();
  }
}

/** The longest first, so that one within another is not left half. */
function foldersOf(cli: Cli): string[] {
  return [...new Set([cli.home, projectRoot, homedir(), tmpdir()])]
    .filter((folder) => folder.length > 2)
    .sort((a, b) => b.length - a.length);
}

function show(
  { counts, claims, variables, bytes }: Packed,
  { id, name }: Submission['learner'],
  cli: Cli,
): void {
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const services = Object.entries(counts)
    .map(([service, count]) => `${service} ${count}`)
    .join(', ');
  const provided = claims.steps.filter(({ how }) => how === 'provided').length;
  cli.print(cli.say(texts.goesIn));
  cli.print(cli.say(texts.who, { who: name ? `${name}, ${id}` : id }));
  cli.print(cli.say(texts.world, { records, services: services || '0' }));
  if (counts.lambda) cli.print(cli.say(texts.code));
  if (variables.length > 0) cli.print(cli.say(texts.variables, { functions: variables.join(', ') }));
  cli.print(cli.say(texts.results, numbersIn(cli.locale, { steps: claims.steps.length, provided })));
  cli.print(cli.say(texts.size, numbersIn(cli.locale, { kilobytes: Math.ceil(bytes.length / 1024) })));
  cli.print(cli.say(texts.notIn));
  if (!counts.lambda && !counts.apigateway && !counts.dynamodb) cli.note(cli.say(texts.empty));
}

function toldOf(problem: PackProblem): Told {
  if (problem.kind === 'too-large') {
    const { size, most } = problem;
    return new Told(exitCodes.no, (locale) =>
      fill(texts.tooLarge, locale, {
        size: size ? numberIn(locale, size) : fill(texts.much, locale),
        most: most ? numberIn(locale, most) : '32 MB',
      }),
    );
  }
  return new Told(exitCodes.no, (locale) =>
    [
      fill(texts.secret, locale),
      ...problem.found
        .slice(0, 20)
        .map(({ name, place }) => fill(texts.secretAt, locale, { name, place: printable(place) })),
    ].join('\n'),
  );
}

/** Only an older submission is replaced. */
function refuseOther(file: string): void {
  if (existsSync(file) && !file.endsWith('.handson'))
    throw new Told(exitCodes.usage, (locale) => fill(texts.inTheWay, locale, { file }));
}

function write(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Told(exitCodes.cannotTell, (locale) => fill(texts.unwritable, locale, { file, reason }));
  }
}
