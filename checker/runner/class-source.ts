import { type Gradebook, type GradeRun, openGradebook } from '../grading/gradebook.ts';
import { type ClassPulse, type Look, openPulse } from './class-pulse.ts';

export interface ClassSource {
  /** The run of that number, or the newest. */
  run(id: number | undefined): GradeRun | undefined;
  /** How many have been looked at in it. */
  looked(id: number): number;
  lastLook(): number;
  looksAfter(id: number): Look[];
  /** `undefined`: nobody has ever been looked at. */
  gradebook(): Gradebook | undefined;
  close(): void;
}

interface Seen {
  version: number;
  wanted: number | undefined;
  run: GradeRun | undefined;
  looked: number;
}

/** The gradebook, once there is one; nothing is asked of it twice while nobody has written. */
export function openSource(folder: string): ClassSource {
  const open: { pulse?: ClassPulse; gradebook?: Gradebook; seen?: Seen } = {};
  const asked = (id: number | undefined): Seen | undefined => {
    const pulse = open.pulse ?? openPulse(folder);
    if (!pulse) return undefined;
    open.pulse = pulse;
    const { version, run } = pulse.feel();
    const wanted = id ?? run;
    if (open.seen?.version === version && open.seen.wanted === wanted) return open.seen;
    open.gradebook ??= openGradebook(folder);
    const found = wanted === undefined ? undefined : open.gradebook.run(wanted);
    const looked = found ? open.gradebook.done(found.id).size : 0;
    open.seen = { version, wanted, run: found, looked };
    return open.seen;
  };
  return {
    run: (id: number | undefined): GradeRun | undefined => asked(id)?.run,
    looked: (id: number): number => (open.seen?.run?.id === id ? open.seen.looked : 0),
    lastLook: (): number => open.pulse?.feel().look ?? 0,
    looksAfter: (id: number) => open.pulse?.looksAfter(id) ?? [],
    gradebook: () => open.gradebook,
    close() {
      open.pulse?.close();
      open.gradebook?.close();
    },
  };
}
