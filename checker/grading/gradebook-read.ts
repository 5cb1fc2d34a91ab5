import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Result } from '#labs/kit/result.ts';
import type { RequestMade } from '../core/reader.ts';
import type { GradeState } from './grade-learner.ts';
import type { FirstPass, Spell, Standing, StepChange } from './gradebook.ts';

type Row = Record<string, SQLOutputValue>;

/** A learner's ids: the one it has, and those before it moved. */
export type Ids = string | readonly string[];

/** What can be asked of one learner, or of one run, from what was seen. */
export function gradebookReader(db: DatabaseSync) {
  const lookOfRun = db.prepare('SELECT * FROM look WHERE run = ? AND learner = ?');
  const quoted = db.prepare(
    'SELECT requests FROM quoted WHERE look = (SELECT id FROM look WHERE run = ? AND learner = ?)',
  );
  const spansAt = db.prepare(
    'SELECT * FROM span WHERE learner = ? AND first <= ? AND last >= ? ORDER BY place, lab, step',
  );
  const looksOfRun = db.prepare('SELECT id, learner FROM look WHERE run = ? ORDER BY id');
  const spansBegunAt = db.prepare('SELECT * FROM span WHERE learner = ? AND first = ? ORDER BY place');
  const spanBefore = db.prepare(
    'SELECT result FROM span WHERE learner = ? AND lab = ? AND step = ? AND last < ? ORDER BY last DESC LIMIT 1',
  );
  /** Learners' ids are bound as one JSON text, however many there are. */
  const among = 'learner IN (SELECT value FROM json_each(?))';
  const passes = `SELECT look.at, look.run, span.source, span.how, span.result FROM span JOIN look
     ON look.learner = span.learner AND look.id %s
     WHERE span.${among} AND span.lab = ? AND span.step = ? AND span.outcome = 'pass' AND look.at >= ?
     ORDER BY span.source = 'claimed', look.at, look.id LIMIT 1`;
  // Of all times, the first look of each row is enough; a day of looks may lie behind it.
  const firstPasses = db.prepare(passes.replace('%s', '= span.first'));
  const passesSince = db.prepare(passes.replace('%s', 'BETWEEN span.first AND span.last'));
  const newestLook = db.prepare(`SELECT * FROM look WHERE ${among} ORDER BY id DESC LIMIT 1`);
  const newestSpans = db.prepare(
    `SELECT *, max(last) FROM span WHERE ${among} GROUP BY lab, step ORDER BY place, lab, step`,
  );
  const spells = db.prepare(
    `SELECT span.*, a.at AS fromAt, a.run AS fromRun, b.at AS toAt, b.run AS toRun
     FROM span JOIN look a ON a.id = span.first JOIN look b ON b.id = span.last
     WHERE span.${among} ORDER BY span.lab, span.place, span.step, span.first`,
  );
  const held = db.prepare(`SELECT DISTINCT learner FROM look WHERE ${among} AND empty = 0`);
  const emptied = db.prepare(
    `SELECT min(at) AS at FROM look WHERE learner = ?1 AND empty = 1 AND at >= ?2
     AND id > (SELECT min(id) FROM look WHERE learner = ?1 AND empty = 0)`,
  );

  const firstPass = (ids: Ids, lab: string, step: string, since = 0): FirstPass | undefined => {
    const row = (since === 0 ? firstPasses : passesSince).get(asJson(ids), lab, step, since);
    return row && { at: Number(row.at), run: Number(row.run), ...sightOf(row), result: resultOf(row) };
  };

  const standingOf = (learner: string, look: Row, spans: readonly Row[], ids: Ids): Standing => ({
    learner,
    at: Number(look.at),
    state: look.state as GradeState,
    cause: look.cause as Standing['cause'],
    empty: look.empty === null ? null : look.empty === 1,
    steps: spans.map((row) => {
      const [lab, step] = [String(row.lab), String(row.step)];
      const first = firstPass(ids, lab, step);
      return {
        lab,
        step,
        optional: row.optional === 1,
        ...sightOf(row),
        result: resultOf(row),
        ...(first ? { best: { at: first.at, run: first.run } } : {}),
      };
    }),
  });

  return {
    firstPass,
    standing(run: number, learner: string): Standing | undefined {
      const look = lookOfRun.get(run, learner);
      if (!look) return undefined;
      const id = Number(look.id);
      return standingOf(learner, look, spansAt.all(learner, id, id), learner);
    },
    /** What was seen last of each step, over all runs. */
    latest(ids: Ids): Standing | undefined {
      const look = newestLook.get(asJson(ids));
      const [learner = ''] = typeof ids === 'string' ? [ids] : ids;
      return look && standingOf(learner, look, newestSpans.all(asJson(ids)), ids);
    },
    /** What was seen of each step, and for how long, oldest first. */
    history(ids: Ids): Spell[] {
      const all: Spell[] = [];
      for (const row of spells.all(asJson(ids))) {
        const next = spellOf(row);
        const before = all.at(-1);
        // A look at other labs in between ends a row, and changes nothing of what was seen.
        if (before && isSame(before, next)) {
          before.to = next.to;
          before.runs = [before.runs[0], next.runs[1]];
        } else all.push(next);
      }
      return all;
    },
    /** What is told otherwise than when it was looked at before, learner by learner. */
    *changes(run: number): Generator<StepChange> {
      for (const look of looksOfRun.all(run)) {
        const [learner, id] = [String(look.learner), Number(look.id)];
        for (const row of spansBegunAt.all(learner, id)) {
          const [lab, step] = [String(row.lab), String(row.step)];
          const before = spanBefore.get(learner, lab, step, id);
          if (!before) continue;
          const [was, is] = [resultOf(before), resultOf(row)];
          if (toldBy(was) !== toldBy(is)) yield { learner, lab, step, was, is };
        }
      }
    },
    /** The calls of one look, for AWS's support; those of looks that changed nothing are not kept for long. */
    requests(run: number, learner: string): RequestMade[] {
      const row = quoted.get(run, learner);
      return row ? JSON.parse(String(row.requests)) : [];
    },
    /**
     * When what the learner had made was first seen to be gone, in every account where something was seen; from
     * `since` on.
     */
    cleanedAt(ids: Ids, since = 0): number | undefined {
      const times = held
        .all(asJson(ids))
        .map(({ learner }) => emptied.get(String(learner), since)?.at ?? null);
      if (times.length === 0 || times.includes(null)) return undefined;
      return Math.max(...times.map(Number));
    },
  };
}

function sightOf(row: Row): Pick<FirstPass, 'source' | 'how'> {
  return { source: row.source as FirstPass['source'], how: row.how as FirstPass['how'] };
}

function spellOf(row: Row): Spell {
  return {
    lab: String(row.lab),
    step: String(row.step),
    from: Number(row.fromAt),
    to: Number(row.toAt),
    runs: [Number(row.fromRun), Number(row.toRun)],
    ...sightOf(row),
    result: resultOf(row),
  };
}

function isSame(a: Spell, b: Spell): boolean {
  return (
    a.lab === b.lab &&
    a.step === b.step &&
    a.source === b.source &&
    a.how === b.how &&
    JSON.stringify(a.result) === JSON.stringify(b.result)
  );
}

/** Evidence alone, one more run in a log say, is no change of what a learner is told. */
function toldBy({ outcome, cause, messages }: Result): string {
  return JSON.stringify([outcome, cause, messages]);
}

const resultOf = (row: Row): Result => JSON.parse(String(row.result));

const asJson = (ids: Ids): string => JSON.stringify(typeof ids === 'string' ? [ids] : ids);
