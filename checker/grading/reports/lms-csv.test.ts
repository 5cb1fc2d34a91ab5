import { describe, expect, test } from 'vitest';
import type { Marks } from '../marks.ts';
import { noRules, type Rules } from '../rules.ts';
import { canvasCsv, moodleCsv } from './lms-csv.ts';
import { parseCsv } from './parse-csv.fixture.ts';
import { allLabs, hardNames, sampleClass, sampleLearner, sampleMarks } from './sample-class.fixture.ts';

const made = (format: typeof moodleCsv, rows: Marks[], rules: Rules = noRules) => {
  const left: string[] = [];
  const text = [
    ...format(rows, {
      className: 'spring',
      labs: allLabs,
      rules,
      locale: 'en',
      left: ({ learner }) => left.push(learner.name),
    }),
  ].join('');
  return { text, rows: parseCsv(text), left };
};
const labNames = allLabs.map((lab, at) => `${at} ${lab.title.en}`);
const withoutAddress = (marks: Marks): Marks => {
  const { email: _, ...learner } = marks.learner;
  return { ...marks, learner };
};

/** Of docs.moodle.org, Grade import, and of Moodle's own grade/import/csv. */
describe('what Moodle imports', () => {
  test('has the address to map by, and beside each grade its feedback', () => {
    const { rows } = made(moodleCsv, sampleClass(6));
    expect(rows[0]).toEqual([
      'Name',
      'Email address',
      ...labNames.flatMap((name) => [name, `Feedback: ${name}`]),
    ]);
    expect(rows[1]?.slice(1, 4)).toEqual(['learner0@example.com', '2', 'すべて完了しています。']);
    for (const row of rows.slice(1))
      for (let at = 2; at < row.length; at += 2) expect(row[at]).toMatch(/^(\d+(\.\d+)?|-)$/);
  });

  test('has a dash, which is no grade, where nobody can tell', () => {
    const { rows } = made(moodleCsv, [sampleMarks(sampleLearner(2), 'unreadable')]);
    const [, ...cells] = rows[1] ?? [];
    expect(cells.filter((_, at) => at % 2 === 1)).toEqual(allLabs.map(() => '-'));
    expect(cells[2]).toBe('Could not be seen yet; this is not a zero.');
  });

  test('has no row without an address: Moodle would give it to the learner before', () => {
    const { rows, left } = made(moodleCsv, [
      sampleMarks(sampleLearner(8), 'finished'),
      withoutAddress(sampleMarks(sampleLearner(9), 'finished')),
    ]);
    expect(rows).toHaveLength(2);
    expect(left).toEqual([sampleLearner(9).name]);
  });
});

/** Of Canvas's lib/gradebook_importer.rb: which columns there must be, and what it takes for what. */
describe('what Canvas imports', () => {
  test('has its columns, with Section last before the assignments, and the points in the second row', () => {
    const { rows, text } = made(canvasCsv, sampleClass(6));
    expect(rows[0]?.slice(0, 5)).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']);
    expect(rows[0]?.slice(5)).toEqual(labNames);
    expect(rows[1]).toEqual(['    Points Possible', '', '', '', '', '2', '5', '3', '4', '6', '3', '3', '3']);
    expect(text.startsWith('Student,')).toBe(true);
    for (const row of rows.slice(2)) {
      expect(row[3]).toMatch(/@example\.com$/);
      for (const cell of row.slice(5)) expect(cell).toMatch(/^(\d+(\.\d+)?|EX)?$/);
    }
  });

  test('leaves a cell empty where nobody can tell, and says EX where a lab is excused', () => {
    const done = sampleMarks(sampleLearner(0), 'finished');
    const steps = done.steps.map((one) =>
      one.lab === 'table' ? { ...one, credit: 'exempt' as const, points: 0, of: 0 } : one,
    );
    const { rows } = made(canvasCsv, [{ ...done, steps }, sampleMarks(sampleLearner(1), 'half-way')]);
    expect(rows[2]?.slice(5)).toEqual(['2', '5', '3', '4', '6', 'EX', '3', '3']);
    expect(rows[3]?.slice(5)).toEqual(['2', '5', '3', '4', '', '', '', '']);
  });

  test('with a step that is exempt the rest of the lab is worth the whole', () => {
    const done = sampleMarks(sampleLearner(0), 'finished');
    const steps = done.steps.map((one, at) => {
      if (one.lab !== 'table') return one;
      const first = done.steps.findIndex(({ lab }) => lab === 'table');
      if (at === first) return { ...one, credit: 'exempt' as const, points: 0, of: 0 };
      return at === first + 1 ? { ...one, credit: 'not-yet' as const, points: 0 } : one;
    });
    expect(made(canvasCsv, [{ ...done, steps }]).rows[2]?.[10]).toBe('1.5');
  });

  test('nobody is taken for the row of points, and who has no login is left out', () => {
    const named = { ...sampleLearner(0), name: 'Points Possible' };
    const { rows, left } = made(canvasCsv, [
      sampleMarks(named, 'finished'),
      withoutAddress(sampleMarks(sampleLearner(1), 'finished')),
    ]);
    expect(rows.filter(([name]) => name?.includes('Points Possible'))).toHaveLength(1);
    expect(left).toEqual([hardNames[1]]);
  });

  test('a clean account is one assignment more, where it counts', () => {
    const rules = { ...noRules, cleaned: 2 };
    const done = sampleMarks(sampleLearner(0), 'finished');
    const { rows } = made(canvasCsv, [{ ...done, cleaned: { at: 1, points: 2, of: 2 } }], rules);
    expect(rows.map((row) => row.at(-1))).toEqual(['Cleaned up', '2', '2']);
  });
});

describe.each([
  ['Moodle', moodleCsv],
  ['Canvas', canvasCsv],
])('for %s', (_name, format) => {
  test('no cell of a learner is a formula, and none holds a new line or a tag', () => {
    const rows = hardNames.map((name, at) =>
      sampleMarks({ ...sampleLearner(at), name: `${name}\r\nx<b>`, email: `+${at}@example.com` }, 'finished'),
    );
    const cells = made(format, rows).rows.flat();
    for (const cell of cells) {
      expect(cell).not.toMatch(/^[\s\u200b]*[=+@]|^-./);
      expect(cell).not.toMatch(/[\r\n<>]/);
    }
    expect(cells.filter((cell) => cell.startsWith("'-Ann"))).toHaveLength(1);
  });

  test('who has withdrawn is in neither', () => {
    expect(made(format, [sampleMarks(sampleLearner(0), 'withdrawn')]).text).not.toContain('learner0');
  });
});
