import type { ReadClients } from '#labs/kit/clients.ts';
import type { Act, Lab, Look } from '#labs/kit/lab.ts';
import { isOfThePast } from './tells.ts';

/** What a step's check leaned on when it looked. */
export interface Leaned {
  /** It read what is the word of another computer. */
  onThePast: boolean;
  /** It called what the learner built, here and now. */
  onActing: boolean;
}

/** The same labs, whose checks are watched: what each step leaned on is told by `lab/step`. */
export function watchSteps(labs: readonly Lab[]): { labs: Lab[]; leaned: Map<string, Leaned> } {
  const leaned = new Map<string, Leaned>();
  const watched = labs.map((lab) => ({
    ...lab,
    steps: lab.steps.map((step) => ({
      ...step,
      check(look: Look) {
        // A step that is looked at again leans on its last look alone.
        const marks: Leaned = { onThePast: false, onActing: false };
        leaned.set(`${lab.id}/${step.id}`, marks);
        return step.check(watchedLook(look, marks));
      },
    })),
  }));
  return { labs: watched, leaned };
}

function watchedLook(look: Look, marks: Leaned): Look {
  const aws = watchedClients(look.aws, marks);
  return { ...look, aws, ...(look.act ? { act: watchedAct(look.act, marks) } : {}) };
}

function watchedClients(aws: ReadClients, marks: Leaned): ReadClients {
  const watched = Object.entries(aws).map(([service, client]) => [
    service,
    new Proxy(client as object, {
      get(methods, name) {
        if (typeof name === 'string' && isOfThePast(name)) marks.onThePast = true;
        return Reflect.get(methods, name);
      },
    }),
  ]);
  return Object.fromEntries(watched);
}

function watchedAct(act: Act, marks: Leaned): Act {
  const noted = <Given extends unknown[], Answer>(work: (...given: Given) => Answer) => {
    return (...given: Given) => {
      marks.onActing = true;
      return work(...given);
    };
  };
  return { invoke: noted(act.invoke), get: noted(act.get), translate: act.translate };
}
