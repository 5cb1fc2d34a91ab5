import type { ServiceName } from './service.ts';

/** What is made to go wrong. Set through the sandbox object or at `/_sandbox/faults`. */
export interface Faults {
  /** Returns the rule's id. Rules are tried in the order they were added; the first that fires decides. */
  add(rule: FaultRule): string;
  remove(id: string): boolean;
  list(): Array<FaultRule & { id: string; seen: number; fired: number }>;
  /** Removes all rules and turns every setting off. */
  clear(): void;
  settings(): FaultSettings;
  set(settings: Partial<FaultSettings>): void;
  /** What happens to this call, which is counted. */
  strike(call: FaultTarget): Fault | undefined;
}

export interface FaultRule {
  account?: string;
  region?: string;
  service?: ServiceName;
  operation?: string;
  /** Only what comes from outside, or only what services ask of each other. */
  via?: 'wire' | 'inside';
  /** Only the nth call that matches, counted from 1. */
  nth?: number;
  /** Only that many calls, then never again. */
  times?: number;
  /** 0 to 1, drawn from a generator of the rule's own, so that a seed repeats a run. */
  probability?: number;
  seed?: number;
  fault: Fault;
}

export type Fault =
  | { kind: 'error'; code: string; message?: string; status?: number; delayMs?: number }
  | { kind: 'delay'; delayMs: number }
  /** The connection breaks. `after`: the work is done all the same, only the answer is lost. */
  | { kind: 'reset'; after?: boolean }
  /** No answer comes until the caller gives up, or `ms` later the connection breaks. */
  | { kind: 'hang'; ms?: number };

export interface FaultSettings {
  /** Added to every call. */
  latencyMs: number;
  /** Reads see the state of that long ago. 0 is off. */
  stalenessMs: number;
  /**
   * Administrators may do nothing that needs a permission, and an operation that does not declare what it needs is
   * refused by name: what passes, passes by policies alone.
   */
  strictIam: boolean;
}

export interface FaultTarget {
  account: string;
  region: string;
  service: ServiceName;
  operation: string;
  via?: 'wire' | 'inside';
}

interface Armed {
  id: string;
  rule: FaultRule;
  seen: number;
  fired: number;
  draw: () => number;
}

const OFF: FaultSettings = { latencyMs: 0, stalenessMs: 0, strictIam: false };

export function faults(): Faults {
  let armed: Armed[] = [];
  let settings = OFF;
  let lastId = 0;

  return {
    add(rule) {
      lastId += 1;
      const id = `fault-${lastId}`;
      armed.push({ id, rule, seen: 0, fired: 0, draw: seeded(rule.seed ?? lastId) });
      return id;
    },
    remove(id) {
      const before = armed.length;
      armed = armed.filter((one) => one.id !== id);
      return armed.length < before;
    },
    list: () => armed.map(({ id, rule, seen, fired }) => ({ ...rule, id, seen, fired })),
    clear() {
      armed = [];
      settings = OFF;
    },
    settings: () => settings,
    set(changes) {
      settings = { ...settings, ...changes };
    },
    strike(call) {
      // Every rule counts the call, so that one rule's firing does not shift another's nth.
      const firing = armed.filter((one) => covers(one.rule, call)).filter(fires);
      const first = firing[0];
      if (first) first.fired += 1;
      return first?.rule.fault;
    },
  };
}

function covers(rule: FaultRule, call: FaultTarget): boolean {
  return (
    (rule.account ?? call.account) === call.account &&
    (rule.region ?? call.region) === call.region &&
    (rule.service ?? call.service) === call.service &&
    (rule.operation ?? call.operation) === call.operation &&
    (rule.via ?? call.via) === call.via
  );
}

function fires(one: Armed): boolean {
  one.seen += 1;
  const { nth, times, probability } = one.rule;
  if (nth !== undefined && one.seen !== nth) return false;
  if (times !== undefined && one.fired >= times) return false;
  return probability === undefined || one.draw() < probability;
}

/** mulberry32: small, and the same sequence everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
