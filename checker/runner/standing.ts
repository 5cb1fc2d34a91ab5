import { declaredByAll } from '../clean/whole-course.ts';
import { survey } from '../resources/survey.ts';
import type { Room } from './room.ts';
import type { StandingAnswer } from './wire.ts';

/** How long an answer is good for: several figures, or a page that asks again and again, make one look. */
const freshMs = 1000;

/** What of the course stands in the account now, for the drawing of it. What cannot be read is left dark. */
export function standingOf(room: Room): () => Promise<StandingAnswer> {
  const last: { at: number; answer?: Promise<StandingAnswer> } = { at: 0 };
  return () => {
    if (last.answer && Date.now() - last.at < freshMs) return last.answer;
    const answer = look(room);
    Object.assign(last, { at: Date.now(), answer });
    answer.catch(() => delete last.answer);
    return answer;
  };
}

async function look(room: Room): Promise<StandingAnswer> {
  const desk = await room.openDesk(AbortSignal.timeout(10_000));
  try {
    const { account, region } = desk.target;
    const { lives } = await survey({
      aws: desk.session().look().aws,
      elsewhere: [],
      place: { account, region },
      declared: await declaredByAll(desk.reached.names),
      remembered: () => [],
    });
    return { account, exists: [...new Set(lives.map(({ type }) => type))] };
  } finally {
    await desk.close();
  }
}
