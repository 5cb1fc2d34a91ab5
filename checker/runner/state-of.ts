import { courseNames } from '#labs/kit/names.ts';
import type { Locale } from '#labs/kit/text.ts';
import type { Cli } from '../cli/cli.ts';
import { kindWord } from '../commands/clean-screen.ts';
import { paintOf } from '../render/paint.ts';
import { targetLine } from '../render/target-line.ts';
import { openState } from '../state/open-state.ts';
import { type Passed, progressOf } from '../state/progress.ts';
import { keyOf, readTarget, type Target } from '../target/target-file.ts';
import type { Room } from './room.ts';
import { speaker } from './speaker.ts';
import type { LabState, RunnerState, TargetReport } from './wire.ts';

/** What a page shows before anything was looked at; it reads nothing but our own memory. */
export function stateOf(room: Room, locale: Locale): RunnerState {
  const target = readTarget(room.cli.home);
  const state = openState(room.cli.home);
  const passed = progressOf(state, keyOf(target)).all();
  state.close();
  return {
    schema: 'handson.runner/1',
    instance: room.instance,
    target: targetReport(target, room.cli, locale),
    sandbox: room.sandbox,
    labs: room.labs.map((one) => labState(one, target, passed, locale)),
  };
}

export function targetReport(target: Target, cli: Cli, locale: Locale): TargetReport {
  const { kind, account, region, prefix } = target;
  const words = targetLine(target, { ...cli, paint: paintOf(false), ...speaker(locale) });
  return { kind, account, region, prefix, words };
}

function labState(
  { lab, number }: Room['labs'][number],
  target: Target,
  passed: readonly Passed[],
  locale: Locale,
): LabState {
  return {
    id: lab.id,
    number,
    title: lab.title[locale],
    makes: lab.resources(courseNames(target.prefix)).map((one) => ({
      type: one.type,
      word: kindWord(one.type, speaker(locale)),
      name: 'name' in one ? one.name : '',
    })),
    steps: lab.steps.map((step) => {
      const seen = passed.find((one) => one.lab === lab.id && one.step === step.id);
      return {
        id: step.id,
        title: step.title[locale],
        optional: step.optional ?? false,
        hints: step.hints.length,
        passed: seen ? new Date(seen.at).toISOString() : null,
        how: seen?.how ?? null,
      };
    }),
  };
}
