import { expect, test } from 'vitest';
import type { Cli } from '#checker/cli/cli.ts';
import {
  allLabs,
  sampleFile,
  sampleLearner,
  sampleMarks,
} from '#checker/grading/reports/sample-class.fixture.ts';
import { paintOf } from '#checker/render/paint.ts';
import { fill } from '#labs/kit/text.ts';
import { learnerScreen } from './learner-screen.ts';

const cli = {
  locale: 'en',
  width: 80,
  plain: false,
  paint: paintOf(false),
  say: (text, ...values) => fill(text, 'en', ...values),
} as Pick<Cli, 'locale' | 'width' | 'plain' | 'paint' | 'say'> as Cli;

const evil = 'x\u001b[2J\u202egone\r\n';

test('nothing that stands in a learner’s account steers the instructor’s terminal', () => {
  const marks = sampleMarks({ ...sampleLearner(0), name: evil }, 'half-way');
  const steps = marks.steps.map((one) => ({
    ...one,
    result: one.result && {
      ...one.result,
      messages: [{ text: { en: '{x}', ja: '{x}', vi: '{x}' }, values: { x: evil } }],
      evidence: [{ call: 'a', field: evil, expected: evil, found: [evil] }],
    },
  }));
  const spells = steps.flatMap(({ lab, step, result }) =>
    result
      ? [
          {
            lab,
            step,
            from: 0,
            to: 1,
            runs: [1, 1] as [number, number],
            source: 'seen' as const,
            how: null,
            result,
          },
        ]
      : [],
  );
  const seen = {
    file: sampleFile([marks]),
    marks: { ...marks, steps },
    ids: [],
    labs: allLabs,
    spells,
    changes: [],
    requests: [
      { call: 'lambda:GetPolicy', id: evil, error: 'AccessDeniedException' },
      { call: 'lambda:GetFunction', id: 'quiet', error: 'ResourceNotFoundException' },
    ],
  };
  const decision = { at: '2026-11-20T00:00:00.000Z', learner: '', reason: evil, what: 'withdraw' as const };
  const text = [...learnerScreen({ ...seen, decisions: [decision] }, cli)].join('\n');
  expect(text).toContain('gone');
  expect(text).toContain('lambda:GetPolicy  AccessDeniedException');
  expect(text, 'what is not there is no fault').not.toContain('quiet');
  expect(text).not.toMatch(/[\u001b\u202e\r]/);
});
