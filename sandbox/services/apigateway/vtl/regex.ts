import { type Budget, spend } from './budget.ts';
import { TemplateError } from './cursor.ts';
import { type Pattern, parsePattern } from './regex-parse.ts';

export interface Match {
  from: number;
  to: number;
  groups: Array<string | undefined>;
}

/**
 * Java's regular expressions as far as templates use them. Ours, and not the engine's own, because a learner's
 * pattern that backtracks for ever must end in an error and not stop the process.
 */
export function matcher(source: string, budget: Budget): (text: string, from: number) => Match | undefined {
  const { pattern, groups } = parsePattern(source);
  return (text, from) => {
    for (let at = from; at <= text.length; at += 1) {
      const state: State = { text, groups: new Array(groups + 1).fill(undefined), budget };
      const to = guarded(() => run(pattern, at, state, (end) => end));
      if (to !== undefined) return { from: at, to, groups: [text.slice(at, to), ...state.groups.slice(1)] };
    }
    return undefined;
  };
}

/** Whether the whole text matches, as `String.matches` asks. */
export function matchesWhole(source: string, text: string, budget: Budget): boolean {
  const { pattern, groups } = parsePattern(source);
  const state: State = { text, groups: new Array(groups + 1).fill(undefined), budget };
  return (
    guarded(() => run(pattern, 0, state, (end) => (end === text.length ? end : undefined))) !== undefined
  );
}

interface State {
  text: string;
  groups: Array<string | undefined>;
  budget: Budget;
}

type Next = (at: number) => number | undefined;

function run(pattern: Pattern, at: number, state: State, next: Next): number | undefined {
  spend(state.budget, 1);
  switch (pattern.kind) {
    case 'character':
      return at < state.text.length && pattern.test(state.text[at] as string) ? next(at + 1) : undefined;
    case 'sequence':
      return sequence(pattern.items, 0, at, state, next);
    case 'choice':
      for (const option of pattern.options) {
        const end = run(option, at, state, next);
        if (end !== undefined) return end;
      }
      return undefined;
    case 'group':
      return group(pattern, at, state, next);
    case 'place':
      return pattern.test(state.text, at) ? next(at) : undefined;
    case 'again': {
      const text = state.groups[pattern.group] ?? '';
      return state.text.startsWith(text, at) ? next(at + text.length) : undefined;
    }
    case 'look': {
      const found = run(pattern.item, at, state, (end) => end) !== undefined;
      return found === pattern.wanted ? next(at) : undefined;
    }
    case 'repeat':
      return pattern.item.kind === 'character'
        ? repeatCharacter(pattern, pattern.item.test, at, state, next)
        : repeatGroup(pattern, 0, at, state, next);
  }
}

function sequence(items: Pattern[], index: number, at: number, state: State, next: Next): number | undefined {
  const item = items[index];
  if (item === undefined) return next(at);
  return run(item, at, state, (end) => sequence(items, index + 1, end, state, next));
}

function group(
  pattern: Pattern & { kind: 'group' },
  at: number,
  state: State,
  next: Next,
): number | undefined {
  if (pattern.number === undefined) return run(pattern.item, at, state, next);
  const number = pattern.number;
  const before = state.groups[number];
  const found = run(pattern.item, at, state, (end) => {
    const inner = state.groups[number];
    state.groups[number] = state.text.slice(at, end);
    const rest = next(end);
    if (rest === undefined) state.groups[number] = inner;
    return rest;
  });
  if (found === undefined) state.groups[number] = before;
  return found;
}

type Repeat = Pattern & { kind: 'repeat' };

/** A loop and not a recursion: `.*` over a long text must not need a deep stack. */
function repeatCharacter(
  { least, most, lazy }: Repeat,
  test: (character: string) => boolean,
  at: number,
  state: State,
  next: Next,
): number | undefined {
  const end = Math.min(state.text.length, at + most);
  let to = at;
  const grow = () => to < end && test(state.text[to] as string);
  while (to < (lazy ? at + least : end) && grow()) to += 1;
  spend(state.budget, to - at);
  if (to < at + least) return undefined;
  for (;;) {
    spend(state.budget, 1);
    const found = next(to);
    if (found !== undefined) return found;
    if (lazy ? !grow() : to === at + least) return undefined;
    to += lazy ? 1 : -1;
  }
}

function repeatGroup(repeat: Repeat, done: number, at: number, state: State, next: Next): number | undefined {
  const more = () =>
    done < repeat.most
      ? run(repeat.item, at, state, (end) =>
          end === at && done >= repeat.least ? undefined : repeatGroup(repeat, done + 1, end, state, next),
        )
      : undefined;
  if (done < repeat.least) return more();
  return repeat.lazy ? (next(at) ?? more()) : (more() ?? next(at));
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError)
      throw new TemplateError('A regular expression goes too deep for this text');
    throw error;
  }
}
