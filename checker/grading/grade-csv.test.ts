import { expect, test } from 'vitest';
import { newClass } from './class-file.ts';
import { csvCell, csvHead, csvRow } from './grade-csv.ts';
import type { Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { marksOf } from './marks.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '\uff1d1'])(
  '%j is text for a spreadsheet',
  (cell) => {
    expect(csvCell(cell).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test.each(['山田', 'Nguyễn Thị Hoa', "O'Brien", 'a-b', '0', ''])('%j stays as it is', (cell) => {
  expect(csvCell(cell)).toBe(cell);
});

test('a cell with a comma, a quote or a new line is quoted', () => {
  expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"');
});

const learner: Learner = {
  id: '111122223333',
  name: '=HYPERLINK("x")',
  account: '111122223333',
  role: '',
  region: '',
  prefix: '',
  language: 'en',
  externalId: '',
};

const file = newClass({ name: 'c', instructor: '999988887777', region: 'us-east-1', at: '' });
const rowOf = (standing: Standing | undefined, labs: string[]) =>
  csvRow(marksOf(file, learner, standing), labs);

test('a lab with a step that nobody could see has no number, and no zero', () => {
  const step = (lab: string, outcome: 'pass' | 'fail' | 'unknown') => ({
    lab,
    step: outcome,
    optional: false,
    result: { outcome, cause: null, messages: [], next: null, evidence: [] },
  });
  const steps = [step('one', 'pass'), step('one', 'fail'), step('two', 'pass'), step('two', 'unknown')];
  const row = rowOf({ learner: learner.id, at: 0, state: 'partly', cause: null, steps }, ['one', 'two']);
  expect(csvHead(['one', 'two'])).toBe(
    'Name,Email address,Account,Prefix,State,one,two,Incomplete steps\r\n',
  );
  expect(row).toBe('"\'=HYPERLINK(""x"")",,111122223333,,partly,1,,1\r\n');
});

test('who was not looked at has empty cells', () => {
  expect(rowOf(undefined, ['one'])).toMatch(/,111122223333,,,,\r\n$/);
});
