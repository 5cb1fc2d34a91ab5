import type { RefusalAnswer, RunnerEvent } from '#checker/runner/wire.ts';

/** The one line of a page to the runner, shared by its panels and open while one of them is seen. */
export interface Line {
  /** Returns how to leave. */
  join(member: Member): () => void;
  /** Asks for something to be done. */
  post<Answer>(path: string, body: object): Promise<Answer>;
  get<Answer>(path: string): Promise<Answer>;
}

export interface Member {
  locale: string;
  tell(event: RunnerEvent): void;
  lost(): void;
}

/** The runner said no, and why. */
export class RefusedError extends Error {
  readonly answer: RefusalAnswer;

  constructor(answer: RefusalAnswer) {
    super(answer.message);
    this.answer = answer;
  }
}

const longestPauseMs = 20_000;
const eventTypes: ReadonlyArray<RunnerEvent['type']> = [
  'hello',
  'target',
  'looking',
  'waiting',
  'step',
  'lab',
  'end',
  'watch',
  'apply',
];

export function openLine(): Line {
  const members = new Set<Member>();
  const now: { source?: EventSource; timer?: number; pauseMs: number; token?: string; instance?: string } = {
    pauseMs: 500,
  };

  const look = () => {
    const wanted = members.size > 0 && document.visibilityState === 'visible';
    if (!wanted) hangUp();
    else if (!now.source) dial();
  };

  const dial = () => {
    clearTimeout(now.timer);
    const [first] = members;
    const source = new EventSource(`/api/events?lang=${first?.locale ?? 'en'}`);
    now.source = source;
    for (const type of eventTypes) source.addEventListener(type, (event) => hear(JSON.parse(event.data)));
    source.onerror = () => {
      hangUp();
      for (const member of members) member.lost();
      now.timer = window.setTimeout(look, now.pauseMs);
      now.pauseMs = Math.min(now.pauseMs * 2, longestPauseMs);
    };
  };

  const hear = (event: RunnerEvent) => {
    if (event.type === 'hello') {
      now.pauseMs = 500;
      if (event.instance !== now.instance) delete now.token;
      now.instance = event.instance;
    }
    for (const member of members) member.tell(event);
  };

  const hangUp = () => {
    clearTimeout(now.timer);
    now.source?.close();
    delete now.source;
  };

  const post = async <Answer>(path: string, body: object, again = true): Promise<Answer> => {
    now.token ??= (await answerOf<{ token: string }>(await fetch('/api/token'))).token;
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-handson-token': now.token },
      body: JSON.stringify(body),
    });
    try {
      return await answerOf<Answer>(response);
    } catch (error) {
      if (!again || !(error instanceof RefusedError) || error.answer.error !== 'no-token') throw error;
      delete now.token;
      return post(path, body, false);
    }
  };

  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return {
    join(member) {
      const isFirst = now.source === undefined;
      members.add(member);
      // Who joins a line that is open has missed its beginning.
      if (!isFirst && now.instance) hangUp();
      look();
      return () => {
        members.delete(member);
        look();
      };
    },
    post,
    get: async (path) => answerOf(await fetch(path)),
  };
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer: unknown = await response.json();
  if (!response.ok) throw new RefusedError(answer as RefusalAnswer);
  return answer as Answer;
}
