import { setTimeout as pause } from 'node:timers/promises';
import type { Doing, Known, Lab, Runtime } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import { notCovered, takeBaseline } from '../clean/baseline.ts';
import { readAhead, rememberSeen } from '../clean/remember-seen.ts';
import { declaredBy, declaredByAll } from '../clean/whole-course.ts';
import type { Cli } from '../cli/cli.ts';
import { openAct } from '../core/act.ts';
import { type Call, clientPool } from '../core/client-pool.ts';
import type { CheckEvent } from '../core/events.ts';
import { isRead } from '../core/read-guard.ts';
import { runChecks } from '../core/run-checks.ts';
import { openSession, type Session } from '../core/session.ts';
import type { Live } from '../resources/kind.ts';
import { type Ledger, ledgerOf } from '../state/ledger.ts';
import { openState } from '../state/open-state.ts';
import { ownCallsOf } from '../state/own-calls.ts';
import { type Progress, progressOf } from '../state/progress.ts';
import { type Receipts, receiptsOf } from '../state/receipts.ts';
import { labCode } from '../target/lab-code.ts';
import { type OpenTarget, openTarget } from '../target/open-target.ts';
import { readProfile } from '../target/profile.ts';
import type { Target } from '../target/target-file.ts';
import { texts } from './open-desk.texts.ts';

/** Everything a command works with: the target, reached, and what this installation remembers of it. */
export interface Desk {
  target: Target;
  reached: OpenTarget;
  progress: Progress;
  ledger: Ledger;
  known: Known;
  session(): Session;
  receipts: Receipts;
  /** Regions in which the course's things may also be found. */
  otherRegions: readonly string[];
  /** Writes down what stands under the course's names, unless that was done: before anything is made or checked. */
  baseline(): Promise<Live[]>;
  /** `remember: false`: leaves the ledger as it is, so that a plan that was shown stays true. */
  check(
    labs: readonly Lab[],
    options: { only?: string; wait: boolean; remember?: false },
  ): AsyncGenerator<CheckEvent>;
  /** `onChange` hears of each call that was made and is no read. */
  doing(folder: string, runtime: Runtime, onChange?: (call: Call) => void): Doing;
  kept(lab: string, step: string): Result | undefined;
  hasCredentials(): Promise<boolean>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readOnly?: boolean;
  apiId?: string;
}

const coursesRegions = ['ap-northeast-1', 'ap-southeast-1', 'us-east-1'];

export async function openDesk(cli: Cli, { readOnly = false, apiId }: DeskOptions = {}): Promise<Desk> {
  const state = openState(cli.home);
  if (state.setAside) cli.note(cli.say(texts.setAside, { file: state.setAside }));
  const reached = await openTarget(cli).catch((error) => {
    state.close();
    throw error;
  });
  const { target, key, connection, names } = reached;
  const progress = progressOf(state, key);
  const ledger = ledgerOf(state, key);
  const ownCalls = ownCallsOf(state, key);
  const profile = target.kind === 'aws' ? await readProfile(target.profile, cli.env) : undefined;
  const known: Known = {
    isOurCall: ownCalls.isOurCall,
    isOurTime: ownCalls.isOurTime,
    isForeign: (type, id) =>
      ledger.rows({ kind: 'baseline', type, resource: id }).length > 0 &&
      ledger.rows({ kind: 'claimed', type, resource: id }).length === 0,
    ...knownApi(ledger, apiId),
  };
  const mayAct = !readOnly && (target.kind === 'sandbox' || target.behaviour);
  const act = openAct(connection, { onOwnCall: ownCalls.record, now: Date.now, signal: cli.signal });
  const writer = clientPool(connection, { attempts: 5 });
  const sessions: Session[] = [];
  const sleep = (ms: number, signal: AbortSignal = cli.signal) =>
    pause(ms, undefined, { signal }).catch(() => {});

  const otherRegions = [...new Set([profile?.region, ...coursesRegions])].filter(
    (one): one is string => one !== undefined && one !== target.region,
  );
  const eyesOf = (opened: Session) => {
    const { aws, elsewhere } = opened.look();
    return { aws, elsewhere, place: { account: target.account, region: target.region } };
  };
  const baseline = async () => {
    const declared = await declaredByAll(names);
    if (notCovered(declared, ledger).length === 0) return [];
    return (await takeBaseline(declared, { eyes: eyesOf(session()), ledger, now: Date.now })).found;
  };
  const remembered = new Set<string>();

  const session = () => {
    const opened = openSession({
      connection,
      target: {
        kind: target.kind,
        account: target.account,
        region: target.region,
        ...(profile ? { signIn: profile.signIn } : {}),
      },
      names,
      ...(mayAct ? { act } : {}),
      nonce: crypto.randomUUID().slice(0, 8),
      known,
      otherRegions,
      now: Date.now,
      signal: cli.signal,
    });
    sessions.push(opened);
    return opened;
  };
  const kept = (lab: string, step: string) => progress.one(lab, step)?.result;

  return {
    target,
    reached,
    progress,
    ledger,
    known,
    session,
    kept,
    sleep,
    receipts: receiptsOf(state, key),
    otherRegions,
    baseline,
    async *check(labs, { remember = true, ...options }) {
      await baseline();
      const opened = session();
      const passed = new Set<Lab>();
      for await (const event of runChecks({
        labs,
        session: opened,
        kept,
        sleep: (ms, signal) => sleep(ms, signal ?? cli.signal),
        signal: cli.signal,
        // In the sandbox nothing is stale; on AWS a verdict against the learner deserves a second look.
        ...(target.kind === 'aws' ? { confirmMs: 1500 } : {}),
        ...options,
      })) {
        if (event.type === 'result' && event.result.outcome === 'pass' && !event.result.kept) {
          const isNew = progress.one(event.lab.id, event.step.id) === undefined;
          if (isNew || !remembered.has(event.lab.id)) {
            if (remember && passed.size === 0)
              void readAhead(declaredBy(labs, names), { eyes: eyesOf(opened), ledger });
            passed.add(event.lab);
          }
          progress.record({
            lab: event.lab.id,
            step: event.step.id,
            at: Date.now(),
            how: 'earned',
            result: event.result,
          });
        }
        yield event;
      }
      for (const { id } of passed) remembered.add(id);
      if (remember && passed.size > 0 && !cli.signal.aborted) {
        const declared = declaredBy([...passed], names);
        await rememberSeen(declared, { eyes: eyesOf(opened), ledger, now: Date.now });
      }
    },
    doing: (folder, runtime, onChange = () => {}) => ({
      aws: writer.clients(async (call) => {
        const answer = await call.send(cli.signal);
        if (!isRead(call)) onChange(call);
        return answer;
      }),
      names,
      target: { kind: target.kind, account: target.account, region: target.region },
      runtime,
      known,
      solution: () => labCode(folder, 'solution', runtime),
      starter: () => labCode(folder, 'starter', runtime),
      async made({ type, id, arn }) {
        ledger.append({ at: Date.now(), kind: 'made', type, resource: id, arn, facts: {} });
      },
      async get(id, stage, path) {
        const url = connection.apiUrl(id, stage) + path;
        const response = await connection.fetch(new Request(url));
        return {
          url,
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        };
      },
      sleep: (ms) => sleep(ms),
      note: (said) => cli.note(`      ${sayIn(said, cli.locale)}`),
    }),
    async hasCredentials() {
      const found = await readProfile(undefined, cli.env).catch(() => undefined);
      return Boolean(
        cli.env.AWS_ACCESS_KEY_ID || cli.env.AWS_PROFILE || (found?.name === undefined && found?.region),
      );
    },
    async close() {
      act.close();
      writer.close();
      for (const one of sessions) one.close();
      await reached.close();
      state.close();
    },
  };
}

function knownApi(ledger: Ledger, asked: string | undefined): { apiId?: string } {
  const id =
    asked ??
    ledger.rows({ type: 'rest-api' }).findLast(({ kind }) => kind === 'made' || kind === 'claimed')?.resource;
  return id === undefined ? {} : { apiId: id };
}
