import type { Locale } from '#labs/kit/text.ts';
import type { Marks } from '../grading/marks.ts';
import { toldPoints, toldState } from '../grading/reports/heat-map.ts';
import { type Sign, signOf, signs } from '../grading/reports/step-sign.ts';
import type { RowHead, RowPatch } from './class-wire.ts';

/** Signs as numbers: the place in this list. */
export const signNames = Object.keys(signs) as Sign[];

const isDone = (sign: number | undefined): boolean =>
  ['credited', 'late', 'claimed', 'provided'].includes(signNames[sign ?? -1] ?? '');

interface Row {
  marks: Marks;
  cells: number[];
  /** Since which number of the board a cell shows this. */
  since: number[];
  head: string;
  headSince: number;
}

/** What the board shows of each learner and since when, so that a page is sent only what it does not show yet. */
export function openRows(columns: ReadonlyArray<{ lab: string; step: string }>) {
  const rows: Row[] = [];
  const cellsOf = (marks: Marks) => {
    const of = new Map(marks.steps.map((one) => [`${one.lab}/${one.step}`, one]));
    return columns.map(({ lab, step }) => signNames.indexOf(signOf(of.get(`${lab}/${step}`))));
  };
  return {
    /** Returns how many steps are done by now that were not, and the other way round. */
    put(at: number, marks: Marks, seq: number): { gained: number; lost: number } {
      const cells = cellsOf(marks);
      const head = JSON.stringify(headOf(marks, 'en'));
      const before = rows[at];
      const isOther = (column: number) => before?.cells[column] !== cells[column];
      rows[at] = {
        marks,
        cells,
        head,
        since: cells.map((_, column) => (isOther(column) ? seq : (before?.since[column] ?? seq))),
        headSince: before?.head === head ? before.headSince : seq,
      };
      if (!before || before.marks.at === null) return { gained: 0, lost: 0 };
      const count = (isCounted: (column: number) => boolean) =>
        cells.filter((_, column) => isCounted(column)).length;
      return {
        gained: count((column) => isDone(cells[column]) && !isDone(before.cells[column])),
        lost: count((column) => !isDone(cells[column]) && isDone(before.cells[column])),
      };
    },
    marks: (): Marks[] => rows.map(({ marks }) => marks),
    after(seq: number, locale: Locale): RowPatch[] {
      return rows.flatMap(({ marks, cells, since, headSince }, at): RowPatch[] => {
        const changed = cells.flatMap((sign, column) => ((since[column] ?? 0) > seq ? [column, sign] : []));
        if (headSince > seq) return [[at, changed, headOf(marks, locale)]];
        return changed.length > 0 ? [[at, changed]] : [];
      });
    },
  };
}

export type Rows = ReturnType<typeof openRows>;

/** The same words as a row of the heat map has. */
function headOf(marks: Marks, locale: Locale): RowHead {
  const { sum, open } = toldPoints(marks, locale);
  return { points: sum, open, told: toldState(marks, locale) };
}
