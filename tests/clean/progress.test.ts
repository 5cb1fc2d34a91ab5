import { expect, test } from 'vitest';
import { cleanProgress } from '#checker/commands/clean-progress.ts';
import type { Live } from '#checker/resources/kind.ts';
import { fill } from '#labs/kit/text.ts';

const live = (name: string): Live => ({
  type: 'function',
  id: name,
  name,
  arn: `arn:aws:lambda:ap-northeast-1:111122223333:function:${name}`,
  identity: {},
  cost: { class: 'free', monthlyUsd: 0 },
  parts: {},
});
const [one, two] = [live('one'), live('two')] as const;

function watched({ plain }: { plain: boolean }) {
  const painted: string[] = [];
  const noted: string[] = [];
  const cli: Parameters<typeof cleanProgress>[1] = {
    interactive: true,
    plain,
    width: 60,
    say: (text, ...values) => fill(text, 'en', ...values),
    note: (text) => void noted.push(text),
  };
  const progress = cleanProgress(2, cli, (text) => void painted.push(text.replace('\r\u001b[2K', '')));
  progress.show({ type: 'removing', live: one });
  progress.show({ type: 'removed', live: one });
  progress.show({ type: 'left', left: { live: two, why: 'failed' } });
  progress.show({ type: 'quiet', ms: 60_000 });
  progress.show({ type: 'gone', live: one });
  progress.end();
  return { painted, noted };
}

test('one line is painted anew: half of the way is the removal, half the proof that it lasts', () => {
  const { painted, noted } = watched({ plain: false });
  expect(painted).toEqual([
    '[----------] 0/2 deleting function one',
    '[###-------] 0/2 deleting function one',
    '[########--] 1/2 deleting function one',
    '[########--] 1/2 waiting 60 s for late logs, then looking o',
    '[##########] 2/2 gone: function one',
    '',
  ]);
  expect(noted).toEqual([]);
});

test('in plain words each thing that happens has a line of its own, and nothing is painted over', () => {
  const { painted, noted } = watched({ plain: true });
  expect(painted).toEqual([]);
  expect(noted).toEqual([
    'deleting function one',
    'waiting 60 s for late logs, then looking once more',
    'gone: function one',
  ]);
});
